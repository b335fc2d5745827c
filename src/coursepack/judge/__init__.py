"""Judge: what rendering a course comes to, found out once for all outputs and before anything is written.

Each of `verdict.STAGES` draws or makes what is left without the mistakes that were found (`remainder`: blocks with
mistakes are left out, what leads nowhere has stand-ins), so that none hides another.
"""

"""What a drawing may hold: the elements and attributes of SVG that draw, and nothing that runs or opens anything."""

from __future__ import annotations

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ELEMENTS = _words(
    """
    svg g defs symbol use image switch a title desc style path rect circle ellipse line polyline polygon
    text tspan textPath linearGradient radialGradient stop pattern clipPath mask marker filter
    feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feMerge feMergeNode feOffset
    """
)
# They describe a drawing, and draw nothing.
SILENT = frozenset({"metadata", "view"})
ATTRIBUTES = _words(
    """
    id class style role aria-label aria-labelledby aria-describedby aria-hidden version baseProfile href type media
    x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height d points pathLength viewBox preserveAspectRatio
    transform gradientTransform patternTransform transform-origin rotate textLength lengthAdjust startOffset method
    spacing offset gradientUnits patternUnits patternContentUnits clipPathUnits maskUnits
    maskContentUnits markerUnits markerWidth markerHeight refX refY orient filterUnits primitiveUnits
    in in2 mode result stdDeviation operator k1 k2 k3 k4 values tableValues slope intercept amplitude exponent
    edgeMode systemLanguage requiredFeatures requiredExtensions
    fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-dasharray stroke-dashoffset color opacity display visibility overflow clip clip-path clip-rule mask
    marker marker-start marker-mid marker-end filter flood-color flood-opacity stop-color stop-opacity
    color-interpolation color-interpolation-filters color-rendering shape-rendering text-rendering image-rendering
    font-family font-size font-style font-weight font-stretch font-variant font-size-adjust letter-spacing word-spacing
    text-anchor text-decoration dominant-baseline alignment-baseline baseline-shift direction unicode-bidi
    writing-mode glyph-orientation-horizontal glyph-orientation-vertical kerning vector-effect paint-order
    isolation mix-blend-mode enable-background pointer-events cursor
    """
)
# A page engine draws every turn of a gradient that repeats, however many there are.
SAID = frozenset({"spreadMethod"})
# Of these every number is read as a length or a place.
NUMBERS = _words(
    """
    x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height d points pathLength viewBox transform gradientTransform
    patternTransform rotate textLength startOffset offset markerWidth markerHeight refX refY orient stdDeviation
    stroke-width stroke-miterlimit stroke-dasharray stroke-dashoffset font-size letter-spacing word-spacing opacity
    """
)
GENERIC = frozenset({"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial"})

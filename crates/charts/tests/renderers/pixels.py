"""Saved pictures as other programs paint them.

    pixels.py ORDERS REPORT

ORDERS has a line for each picture: its SVG file, a PNG file that another program painted from it (or `cairosvg`), and
the places of its texts as `x,y,width,height` in units of the drawing, the parts separated by tabs. REPORT gets a line
for each: the file, how many points within 4 units of an edge are not paper, and for each text how dark its darkest point
is, from 0 (black) to 255.
"""

import sys

import cairocffi
import cairosvg

# The paper of saved pictures, as red, green and blue.
PAPER = (0xFB, 0xFA, 0xF6)


def painted(svg, png):
    """The picture as rows of points, and how many points stand for one unit of the drawing."""
    if png == "cairosvg":
        png = svg + ".cairosvg.png"
        cairosvg.svg2png(url=svg, write_to=png, scale=2)
    surface = cairocffi.ImageSurface.create_from_png(png)
    width, height, stride, data = surface.get_width(), surface.get_height(), surface.get_stride(), bytes(surface.get_data())
    rows = [
        [(data[at + 2], data[at + 1], data[at]) for at in range(row * stride, row * stride + width * 4, 4)]
        for row in range(height)
    ]
    with open(svg, encoding="utf-8") as file:
        own_width = float(file.read().split('width="', 1)[1].split('"', 1)[0])
    return rows, width / own_width


def is_paper(point):
    return all(abs(own - paper) <= 6 for own, paper in zip(point, PAPER))


def at_edges(rows, scale):
    # The outermost line may be mixed with what lies behind the picture.
    first, last = 1, max(2, int(4 * scale))
    inner = rows[first:-first]
    near = [point for row in inner for point in row[first:last] + row[-last:-first]]
    near += [point for row in inner[:last] + inner[-last:] for point in row[first:-first]]
    return sum(not is_paper(point) for point in near)


def darkest(rows, scale, place):
    x, y, width, height = (float(number) * scale for number in place.split(","))
    box = [row[max(0, int(x)):int(x + width) + 1] for row in rows[max(0, int(y)):int(y + height) + 1]]
    return min((sum(point) // 3 for row in box for point in row), default=255)


def main(orders, report):
    with open(orders, encoding="utf-8") as orders, open(report, "w", encoding="utf-8") as report:
        for line in orders:
            svg, png, *places = line.rstrip("\n").split("\t")
            rows, scale = painted(svg, png)
            numbers = [at_edges(rows, scale)] + [darkest(rows, scale, place) for place in places]
            report.write("\t".join([svg] + [str(number) for number in numbers]) + "\n")


main(*sys.argv[1:])

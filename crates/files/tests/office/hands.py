"""Clumsy hands in workbooks, in a LibreOffice that this program starts: what each does to the answer.

    hands.py PROFILE ORDERS REPORT

PROFILE is a folder for LibreOffice's settings, ORDERS a file with one order a line, its parts separated by tabs, and
REPORT the file to write. Rows and columns are counted from 0. The orders:

    open FILE                           opens a workbook; all that follows happens to it
    do NAME                             begins what a hand does; it is undone before the next one
    clear|text|number SHEET ROW COLUMN VALUE
    error SHEET ROW COLUMN              types a formula that gives an error
    copy SHEET FROM_ROW FROM_COLUMN ROW COLUMN
    row SHEET ROW, column SHEET COLUMN  inserts one
    delete SHEET ROW                    deletes a row
    rename SHEET NAME

For each `do` the report has a line of four parts: NAME, the answer, the cells of the table of paybacks below it without
anything between them, and the cells of any sheet that show an error.
"""

import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.FormulaResult import ERROR


def connect(profile):
    """Starts LibreOffice. Returns its process and its desktop."""
    pipe = "hands-%d" % time.time_ns()
    office = subprocess.Popen([
        "soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore",
        "--accept=pipe,name=%s;urp" % pipe,
    ])
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while office.poll() is None:
        try:
            context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            return office, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:  # It is not there yet. No exception class of UNO can be named before it is.
            time.sleep(0.2)
    sys.exit("LibreOffice ended with %s" % office.returncode)


class Book:
    """An open workbook, and how to undo what was done to it."""

    def __init__(self, desktop, path):
        hidden = PropertyValue()
        hidden.Name, hidden.Value = "Hidden", True
        self.document = desktop.loadComponentFromURL("file://" + path, "_blank", 0, (hidden,))
        self.undo = []

    def sheet(self, index):
        return self.document.Sheets.getByIndex(int(index))

    def cell(self, sheet, row, column):
        return self.sheet(sheet).getCellByPosition(int(column), int(row))

    def order(self, what, *args):
        getattr(self, "do_" + what)(*args)

    def keep(self, cell):
        formula = cell.Formula
        number = cell.Value if cell.Type.value == "VALUE" else None
        self.undo.append(lambda: cell.setValue(number) if number is not None else cell.setFormula(formula))

    def do_clear(self, sheet, row, column):
        cell = self.cell(sheet, row, column)
        self.keep(cell)
        cell.Formula = ""

    def do_text(self, sheet, row, column, text):
        cell = self.cell(sheet, row, column)
        self.keep(cell)
        cell.String = text

    def do_number(self, sheet, row, column, number):
        cell = self.cell(sheet, row, column)
        self.keep(cell)
        cell.Value = float(number)

    def do_error(self, sheet, row, column):
        cell = self.cell(sheet, row, column)
        self.keep(cell)
        cell.Formula = "=1/0"

    def do_copy(self, sheet, from_row, from_column, row, column):
        target = self.cell(sheet, row, column)
        self.keep(target)
        source = self.cell(sheet, from_row, from_column).RangeAddress
        self.sheet(sheet).copyRange(target.CellAddress, source)

    def do_row(self, sheet, row):
        rows = self.sheet(sheet).Rows
        rows.insertByIndex(int(row), 1)
        self.undo.append(lambda: rows.removeByIndex(int(row), 1))

    def do_column(self, sheet, column):
        columns = self.sheet(sheet).Columns
        columns.insertByIndex(int(column), 1)
        self.undo.append(lambda: columns.removeByIndex(int(column), 1))

    def do_delete(self, sheet, row):
        # A deleted row cannot be brought back with the references to it, so this is the last thing done to a workbook.
        self.sheet(sheet).Rows.removeByIndex(int(row), 1)

    def do_rename(self, sheet, name):
        sheet, before = self.sheet(sheet), self.sheet(sheet).Name
        sheet.Name = name
        self.undo.append(lambda: sheet.setName(before))

    def undo_all(self):
        while self.undo:
            self.undo.pop()()

    def look(self):
        """The answer, the cells below it, and the cells that show an error."""
        self.document.calculateAll()
        answer = self.document.NamedRanges.getByName("answer").ReferredCells
        first = answer.RangeAddress
        sheet = answer.Spreadsheet
        below = sheet.getCellRangeByPosition(
            first.StartColumn + 1, first.StartRow + 5, first.StartColumn + 6, first.StartRow + 6)
        shown = "".join("%s" % value for row in below.DataArray for value in row)
        errors = [self.errors(self.sheet(index)) for index in range(self.document.Sheets.Count)]
        return answer.getCellByPosition(0, 0).String, shown, " ".join(filter(None, errors))

    def errors(self, sheet):
        return sheet.queryFormulaCells(ERROR).RangeAddressesAsString

    def close(self):
        self.document.close(True)


def main(profile, orders, report):
    office, desktop = connect(profile)
    book, name = None, None
    with open(orders, encoding="utf-8") as orders, open(report, "w", encoding="utf-8") as report:
        def finish():
            if name is not None:
                report.write("\t".join((name,) + book.look()).replace("\n", " ") + "\n")
                book.undo_all()

        for line in orders:
            what, *args = line.rstrip("\n").split("\t")
            if what in ("open", "do"):
                finish()
                name = None
            if what == "open":
                if book is not None:
                    book.close()
                book = Book(desktop, args[0])
            elif what == "do":
                name = args[0]
            else:
                book.order(what, *args)
        finish()
        book.close()
    try:
        desktop.terminate()
    except Exception:  # The connection ends before the answer comes.
        pass
    office.wait()


main(*sys.argv[1:])

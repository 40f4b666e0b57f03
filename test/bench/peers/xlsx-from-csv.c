/*
 * The rows of our CSV of ten columns as XLSX by libxlsxwriter: types, formats, bold header, frozen row, filter.
 * Usage: xlsx-from-csv calls.csv calls.xlsx; without files it tells the library's version.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

enum { COLUMNS = 10, INSTANT = 1, DURATION = 6, FIRST_MONEY = 7 };

/* Days from Excel's day 0 to a date after February 1900. */
static double day_number(int year, int month, int day) {
  int y = month > 2 ? year : year - 1;
  int shifted = month > 2 ? month - 3 : month + 9;
  return 365.0 * y + y / 4 - y / 100 + y / 400 + (153 * shifted + 2) / 5 + day - 1 - 693899;
}

static double instant(const char *text) {
  int day, month, year, hour, minute, second;
  if (sscanf(text, "%d.%d.%d %d:%d:%d", &day, &month, &year, &hour, &minute, &second) != 6) exit(3);
  return day_number(year, month, day) + (hour * 3600 + minute * 60 + second) / 86400.0;
}

static double duration(const char *text) {
  int hour, minute, second;
  if (sscanf(text, "%d:%d:%d", &hour, &minute, &second) != 3) exit(3);
  return (hour * 3600 + minute * 60 + second) / 86400.0;
}

static double money(char *text) {
  char *comma = strchr(text, ',');
  if (comma) *comma = '.';
  return strtod(text, NULL);
}

int main(int argc, char **argv) {
  if (argc == 1) return puts(lxw_version()) < 0;
  FILE *csv = argc == 3 ? fopen(argv[1], "r") : NULL;
  if (!csv) return 2;
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *book = workbook_new_opt(argv[2], &options);
  lxw_worksheet *sheet = workbook_add_worksheet(book, "Calls");
  lxw_format *formats[COLUMNS] = {NULL};
  for (int at = INSTANT; at < COLUMNS; at++) {
    if (at > INSTANT && at < DURATION) continue;
    formats[at] = workbook_add_format(book);
    format_set_num_format(formats[at], at == INSTANT    ? "dd.mm.yyyy hh:mm:ss"
                                       : at == DURATION ? "[h]:mm:ss"
                                                        : "#,##0.00##");
  }
  lxw_format *bold = workbook_add_format(book);
  format_set_bold(bold);
  worksheet_set_column(sheet, 0, COLUMNS - 1, 17, NULL);
  worksheet_freeze_panes(sheet, 1, 0);

  char line[4096];
  lxw_row_t row = 0;
  while (fgets(line, sizeof line, csv)) {
    line[strcspn(line, "\r\n")] = 0;
    /* The totals are not repeated. */
    if (strncmp(line, "Итого", strlen("Итого")) == 0) break;
    char *rest = line;
    if (row == 0 && strncmp(rest, BYTE_ORDER_MARK, strlen(BYTE_ORDER_MARK)) == 0) rest += strlen(BYTE_ORDER_MARK);
    for (int at = 0; at < COLUMNS && rest; at++) {
      char *cell = strsep(&rest, ";");
      if (*cell == 0) continue;
      if (row == 0) worksheet_write_string(sheet, row, at, cell, bold);
      else if (at == INSTANT) worksheet_write_number(sheet, row, at, instant(cell), formats[at]);
      else if (at == DURATION) worksheet_write_number(sheet, row, at, duration(cell), formats[at]);
      else if (at >= FIRST_MONEY) worksheet_write_number(sheet, row, at, money(cell), formats[at]);
      else worksheet_write_string(sheet, row, at, cell, NULL);
    }
    row++;
  }
  fclose(csv);
  worksheet_autofilter(sheet, 0, 0, row - 1, COLUMNS - 1);
  return workbook_close(book) == LXW_NO_ERROR ? 0 : 4;
}

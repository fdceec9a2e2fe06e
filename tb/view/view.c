/* Makes the page of a run: runs an image on the reference model, records a window
 * of it, and writes one HTML file that needs nothing else. `view --help`.
 * SPDX-License-Identifier: ISC */
#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../sim/common/elf_image.h"
#include "../../sim/model.h"
#include "../../sim/sdcard.h"
#include "code.h"
#include "page.h"
#include "recording.h"

#define DEFAULT_COUNT 1500000

static const char usage[] =
    "Usage: view [OPTION...] --template=FILE --output=FILE IMAGE.elf\n"
    "Writes one HTML page from a run of an image on the reference model.\n\n"
    "  --from=N            first instruction of the window (default 0)\n"
    "  --count=N           instructions in the window (default 1500000)\n"
    "  --symbols=NAME=FILE ELF file of the module NAME; may be repeated\n"
    "  --rom=FILE          boot ROM as hexadecimal words\n"
    "  --disk=FILE         image of the SD card; it stays as it is\n"
    "  --uart-in=FILE      what the machine receives\n"
    "  --scenario=NAME, --plan=NAME   what the page's title says\n";

struct run {
    const char *image, *template, *output, *rom, *disk, *uart_path;
    struct page_about about;
    uint64_t from, count;
    struct code code;
    struct recording rec;
    struct elf_image *kernel;
    struct model *model;
    struct sdcard *card;
    FILE *uart_in;
    uint64_t dram_bytes;
};

static bool complain(const char *what, const char *path)
{
    fprintf(stderr, "view: %s %s: %s\n", what, path, strerror(errno));
    return false;
}

static bool add_symbols(struct run *run, char *pair)
{
    char *equals = strchr(pair, '=');

    if (!equals) {
        fprintf(stderr, "view: --symbols wants NAME=FILE\n");
        return false;
    }
    *equals = 0;
    return code_add_elf(&run->code, pair, equals + 1);
}

static bool parse(struct run *run, int argc, char **argv)
{
    enum { FROM, COUNT, SYMBOLS, ROM, DISK, UART, SCENARIO, PLAN, TEMPLATE, OUTPUT, HELP };
    static const struct option options[] = {
        {"from", required_argument, NULL, FROM},         {"count", required_argument, NULL, COUNT},
        {"symbols", required_argument, NULL, SYMBOLS},   {"rom", required_argument, NULL, ROM},
        {"disk", required_argument, NULL, DISK},         {"uart-in", required_argument, NULL, UART},
        {"scenario", required_argument, NULL, SCENARIO}, {"plan", required_argument, NULL, PLAN},
        {"template", required_argument, NULL, TEMPLATE}, {"output", required_argument, NULL, OUTPUT},
        {"help", no_argument, NULL, HELP},               {0},
    };

    for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        switch (o) {
        case FROM: run->from = strtoull(optarg, NULL, 0); break;
        case COUNT: run->count = strtoull(optarg, NULL, 0); break;
        case SYMBOLS:
            if (!add_symbols(run, optarg))
                return false;
            break;
        case ROM: run->rom = optarg; break;
        case DISK: run->disk = optarg; break;
        case UART: run->uart_path = optarg; break;
        case SCENARIO: run->about.scenario = optarg; break;
        case PLAN: run->about.plan = optarg; break;
        case TEMPLATE: run->template = optarg; break;
        case OUTPUT: run->output = optarg; break;
        case HELP: fputs(usage, stdout); exit(0);
        default: fputs(usage, stderr); return false;
        }
    }
    if (optind != argc - 1 || !run->template || !run->output || !run->count ||
        run->count > UINT32_MAX / 2) {
        fputs(usage, stderr);
        return false;
    }
    run->image = argv[optind];
    if (!run->about.scenario)
        run->about.scenario = run->image;
    return true;
}

/* ---- The machine */

static void uart_out(void *ctx, uint8_t c)
{
    struct run *run = ctx;

    recording_uart(&run->rec, c);
}

static int uart_in(void *ctx)
{
    struct run *run = ctx;
    int c = getc(run->uart_in);

    return c == EOF ? -1 : c;
}

static bool put_segment(void *ctx, uint32_t addr, const uint8_t *data, size_t filesz, size_t size)
{
    struct run *run = ctx;
    uint64_t offset = (uint64_t)addr - MODEL_DRAM_BASE;

    if (addr < MODEL_DRAM_BASE || offset + size > run->dram_bytes)
        return false;
    if (addr + size > run->about.image_end)
        run->about.image_end = addr + size;
    memcpy(model_dram(run->model) + offset, data, filesz);
    memset(model_dram(run->model) + offset + filesz, 0, size - filesz);
    return true;
}

static bool load_rom(struct run *run)
{
    uint32_t words[MODEL_ROM_BYTES / 4];
    size_t n = 0;
    FILE *f;

    if (!run->rom)
        return true;
    if (!(f = fopen(run->rom, "r")))
        return complain("cannot open", run->rom);
    while (n < sizeof words / sizeof *words && fscanf(f, "%" SCNx32, &words[n]) == 1)
        n++;
    fclose(f);
    model_set_rom(run->model, words, 4 * n);
    return true;
}

static bool load_image(struct run *run)
{
    char message[ELF_IMAGE_MESSAGE];
    uint32_t tohost;

    if (!code_add_elf(&run->code, NULL, run->image))
        return false;
    run->kernel = run->code.elf[run->code.elfs - 1].image;
    if (elf_image_load(run->kernel, put_segment, run, message) != ELF_IMAGE_OK) {
        fprintf(stderr, "view: %s\n", message);
        return false;
    }
    if (elf_image_symbol(run->kernel, "tohost", &tohost, NULL))
        model_set_tohost(run->model, tohost);
    return true;
}

static bool prepare(struct run *run)
{
    struct model_config config = {
        .dram_bytes = run->dram_bytes, .asid_bits = 9, .uart_out = uart_out, .uart_ctx = run,
    };
    uint32_t names, bytes;

    if (run->disk && !(run->card = config.sdcard = sdcard_open_snapshot(run->disk)))
        return complain("cannot use disk", run->disk);
    if (run->uart_path && !(run->uart_in = fopen(run->uart_path, "rb")))
        return complain("cannot open", run->uart_path);
    if (run->uart_in)
        config.uart_in = uart_in;
    run->model = model_new(&config);
    if (!run->model || !load_image(run) || !load_rom(run))
        return false;
    recording_init(&run->rec, &run->code, model_dram(run->model), run->dram_bytes, run->from);
    if (elf_image_symbol(run->kernel, "trace_names", &names, &bytes)) {
        run->rec.names_paddr = names;
        run->rec.names_bytes = bytes;
    }
    return true;
}

static void record(struct run *run)
{
    enum model_status status = MODEL_OK;
    struct retire r;

    run->about.cut = true;
    while (run->rec.seen < run->from + run->count && status == MODEL_OK) {
        status = model_step(run->model, &r);
        recording_retire(&run->rec, &r);
    }
    if (status == MODEL_OK)
        return;
    run->about.cut = false;
    run->about.exit_code = status == MODEL_EXIT ? model_exit_code(run->model) : 0;
}

int main(int argc, char **argv)
{
    static struct run run = {.count = DEFAULT_COUNT, .dram_bytes = 16u << 20,
                             .about = {.plan = ""}};
    bool good;

    if (!parse(&run, argc, argv) || !prepare(&run))
        return 1;
    run.about.kernel = run.kernel;
    run.about.dram_bytes = run.dram_bytes;
    record(&run);
    good = recording_length(&run.rec) > 0;
    if (!good)
        fprintf(stderr, "view: the run ended after %" PRIu64 " instructions, before --from\n",
                run.rec.seen);
    good = good && code_find_lines(&run.code) &&
           page_write(run.output, run.template, &run.about, &run.rec);
    if (good)
        fprintf(stderr, "view: %s: %" PRIu32 " instructions%s; TLB misses %" PRIu64 " of fetches, %" PRIu64 " of data\n",
                run.output, recording_length(&run.rec), run.about.cut ? ", then the window ends" : "",
                run.rec.fetch_misses, run.rec.data_misses);
    recording_free(&run.rec);
    code_free(&run.code);
    model_free(run.model);
    sdcard_close(run.card);
    if (run.uart_in)
        fclose(run.uart_in);
    return good ? 0 : 1;
}

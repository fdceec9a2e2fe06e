/* From and to a module's memory: always through its own page map, page by
 * page, with its own rights. The kernel never follows a module's pointer.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

/* [va, va + len) lies in the space that modules may have; no wrap. */
bool user_range(uint32_t va, uint32_t len)
{
    return va <= USER_TOP && len <= USER_TOP - va;
}

static uint32_t in_page(uint32_t va, uint32_t len)
{
    uint32_t n = PAGE_SIZE - va % PAGE_SIZE;
    return n < len ? n : len;
}

/* Between p, the kernel's, and va; `access` says which way. */
static int copy(struct module *m, uint32_t va, uint8_t *p, uint32_t len, uint32_t access)
{
    void *at;
    if (!user_range(va, len))
        return E_FAULT;
    for (uint32_t n; len; p += n, va += n, len -= n) {
        if (page_get(m, va, access, &at))
            return E_FAULT;
        n = in_page(va, len);
        memcpy(access == PTE_W ? at : p, access == PTE_W ? p : at, n);
    }
    return 0;
}

int copy_in(struct module *m, void *dst, uint32_t va, uint32_t len)
{
    return copy(m, va, dst, len, PTE_R);
}

int copy_out(struct module *m, uint32_t va, const void *src, uint32_t len)
{
    return copy(m, va, (void *)src, len, PTE_W);
}

/* From one module's memory to another's, in one copy. On E_FAULT, *receivers
 * says whether it was `to` that had no right. The source's frame is held while
 * the target's is brought in, or that could push it out. */
int copy_between(struct module *to, uint32_t to_va, struct module *from, uint32_t from_va,
                 uint32_t len, bool *receivers)
{
    void *src, *dst;
    *receivers = false;
    if (!user_range(from_va, len))
        return E_FAULT;
    for (uint32_t n; len; to_va += n, from_va += n, len -= n) {
        if (page_get(from, from_va, PTE_R, &src))
            return E_FAULT;
        n = in_page(from_va, len);
        if (n > PAGE_SIZE - to_va % PAGE_SIZE)
            n = PAGE_SIZE - to_va % PAGE_SIZE;
        frame_share((void *)PAGE_OF((uint32_t)src));
        *receivers = page_get(to, to_va, PTE_W, &dst) != PAGE_OK;
        if (!*receivers)
            memcpy(dst, src, n);
        frame_free((void *)PAGE_OF((uint32_t)src));
        if (*receivers)
            return E_FAULT;
    }
    return 0;
}

/* A name: at most NAME_MAX - 1 characters, all printable, and a 0. */
int copy_name(struct module *m, char name[NAME_MAX], uint32_t va)
{
    for (uint32_t i = 0; i < NAME_MAX; i++) {
        if (copy_in(m, &name[i], va + i, 1))
            return E_FAULT;
        if (!name[i])
            return i ? 0 : E_INVAL;
        if (name[i] < '!' || name[i] > '~')
            return E_INVAL;
    }
    return E_INVAL;
}

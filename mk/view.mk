# A page to look at: one HTML file of a run. And its test, in headless Chromium.
#
#   make view SCENARIO=x [PLAN=switch|ubit] [VIEW_FROM=n] [VIEW_COUNT=n]
#
# SPDX-License-Identifier: ISC

TOOLS_view := chromium zlib1g-dev fonts-dejavu-core

VIEW_SRC := view page recording code maps replay columns
VIEW_OBJ := $(VIEW_SRC:%=build/view-obj/%.o)
VIEW_PARTS := $(addprefix tb/view/page/,head.html style.html body.html data.html state.html \
	walk.html timeline.html panels.html maps.html main.html)

build/view-obj/%.o: tb/view/%.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -MMD -MP -c $< -o $@

-include $(VIEW_OBJ:.o=.d) build/view-obj/drive.d build/view-obj/browser.d

build/view-page: $(VIEW_OBJ) $(SIM_MODEL_LIB) $(SIM_COMMON_LIB)
	$(CC) $(CFLAGS_HOST) $^ -lelf -lz -o $@

build/view/page.html: $(VIEW_PARTS)
	@mkdir -p $(@D)
	cat $^ > $@

PLAN_OF_VIEW = $(or $(PLAN),switch)

.PHONY: view
view: build/view-page build/view/page.html build/rom.hex \
		$(if $(SCENARIO),build/scenario/$(PLAN_OF_VIEW)/$(SCENARIO).elf)
	@test -n "$(SCENARIO)" || { echo "make view SCENARIO=name, one of: $(SCENARIOS)"; exit 2; }
	@tb/view/view.sh $(PLAN_OF_VIEW) $(SCENARIO) build/view/$(SCENARIO).html \
		$(if $(VIEW_FROM),--from=$(VIEW_FROM)) $(if $(VIEW_COUNT),--count=$(VIEW_COUNT))

# ---- Its test, and the pictures in docs/view.md
VIEW_TESTED := share-switch twins-ubit worked-switch
view_scenario = $(word 1,$(subst -, ,$(1)))
view_plan = $(word 2,$(subst -, ,$(1)))

build/view/test/%.html: build/view-page build/view/page.html build/rom.hex tb/view/view.sh
	@mkdir -p $(@D)
	@$(MAKE) --no-print-directory -s build/scenario/$(call view_plan,$*)/$(call view_scenario,$*).elf
	@tb/view/view.sh $(call view_plan,$*) $(call view_scenario,$*) $@ 2> $@.log || { cat $@.log; exit 1; }

build/view-drive: $(addprefix build/view-obj/,drive.o browser.o columns.o)
	$(CC) $(CFLAGS_HOST) $^ -o $@

TESTS += test-view
.PHONY: test-view
test-view: build/view-drive $(VIEW_TESTED:%=build/view/test/%.html) | build/.tools-view
	@mkdir -p build/test
	@build/view-drive build/view/test | tee build/test/$@.log

.PHONY: view-pictures
view-pictures: build/view-drive $(VIEW_TESTED:%=build/view/test/%.html) | build/.tools-view
	@mkdir -p docs/img
	@build/view-drive build/view/test docs/img

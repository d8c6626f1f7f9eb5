# What a newcomer needs: `make demo` and `make test`. Both install what is missing (Debian and Ubuntu) and build first.
# Scripts/make.sh takes the same words where make itself is not installed.
.PHONY: demo test build lint format bench differential growth hostile fuzz docs clean

demo test build lint format bench differential growth hostile fuzz docs clean:
	@Scripts/make.sh $@

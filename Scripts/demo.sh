#!/usr/bin/env bash
echo soon

"""Judges docs/platform with python's jsonschema: every schema by the meta-schema, every example by its schema, and a broken one of each."""
import glob
import json
import os
import sys

import jsonschema

os.chdir(sys.argv[1])
schemas = {}
for file in sorted(glob.glob("schemas/**/*.schema.json", recursive=True)):
    schema = json.load(open(file, encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    schemas[schema["$id"]] = schema


def errors(name, value):
    schema = schemas[f"urn:edge:schema:{name}:1"]
    resolver = jsonschema.RefResolver(schema["$id"], schema, store=schemas)
    return [error.message for error in jsonschema.Draft202012Validator(schema, resolver=resolver).iter_errors(value)]


def judge(what, name, value):
    for error in errors(name, value):
        sys.exit(f"{what}: {error}")
    if not errors(name, "none of them is a text"):
        sys.exit(f"{what}: its schema takes anything")
    for member in schemas[f"urn:edge:schema:{name}:1"].get("required", []):
        if not errors(name, {key: value[key] for key in value if key != member}):
            sys.exit(f"{what}: its schema takes it without {member}")


examples = sorted(glob.glob("examples/**/*.json", recursive=True))
for file in examples:
    name = file[len("examples/"):-len(".json")].replace("args/", "args.")
    value = json.load(open(file, encoding="utf-8"))
    if isinstance(value, dict) and "specversion" in value:
        judge(file, "reading", value)
        judge(file, value["dataschema"].split(":")[3], value["data"])
    else:
        judge(file, {"receipt-media": "receipt", "state-will": "state"}.get(name, name), value)
print(f"{len(schemas)} schemas, {len(examples)} examples")

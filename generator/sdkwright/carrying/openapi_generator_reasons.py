"""Why options of OpenAPI Generator are not carried over, and what to do about it."""

from __future__ import annotations

from .keys import Reasons

_SPELL = "names follow the rules of sdkwright, and do not change when others come"
_ONE = "set it under `names`, by JSON Pointer"
_TYPES = "types are those of the document"
_ALWAYS = "it is always so"
_MODULES = "modules are client.py, resources/ and models/"
_PUSHED = "nothing is pushed from here"
_INFO = "it is the document's"
_SHOWN = "what is found and done is always shown"
_KEPT = "files of yours are never touched, others are always up to date"
_CHECKED = "a document is always checked; `lenient` goes on where it is wrong"
_WHOLE = "the SDK is always whole"
_LAYOUT = "the build backend is hatchling"
REASONS: Reasons = {
    "version": "it is the version of OpenAPI Generator",
    "library": "the clients, sync and async, are of one HTTP library",
    "supportHttpxSync": "there are two clients, sync and async",
    "packageUrl": "the pages name the document's `externalDocs`",
    "templateDir": ("templates in Mustache are not read", "`templates` takes Jinja"),
    "templatingEngineName": ("templates are Jinja's", "`templates` takes them"),
    "files": ("templates in Mustache are not read", "`templates` takes Jinja"),
    "globalProperty": _WHOLE,
    "globalProperties": _WHOLE,
    "generateSourceCodeOnly": "the SDK is a whole distribution",
    "modelNamePrefix": (_SPELL, _ONE),
    "modelNameSuffix": (_SPELL, _ONE),
    "reservedWordsMappings": (_SPELL, _ONE),
    "enumUnknownDefaultCase": "enums keep values that are not known",
    "removeOperationIdPrefix": (_SPELL, _ONE),
    "removeEnumValuePrefix": (_SPELL, _ONE),
    "allowUnicodeIdentifiers": "names are of ASCII where they can be",
    "apiNameSuffix": "a resource is called after its tag",
    "apiPackage": _MODULES,
    "modelPackage": _MODULES,
    "invokerPackage": _MODULES,
    "typeMappings": _TYPES,
    "importMappings": _TYPES,
    "schemaMappings": _TYPES,
    "instantiationTypes": _TYPES,
    "languageSpecificPrimitives": _TYPES,
    "generateAliasAsModel": _TYPES,
    "inlineSchemaOptions": "a schema in place has a class of its own",
    "mapNumberTo": "`number` is float, with `format: decimal` Decimal",
    "datetimeFormat": "times are of RFC 3339",
    "dateFormat": "dates are of RFC 3339",
    "openapiNormalizer": ("no document is changed by it", "write an overlay"),
    "serverVariables": ("servers are the document's", "set `default` in an overlay"),
    "legacyDiscriminatorBehavior": _ALWAYS,
    "useOneOfDiscriminatorLookup": _ALWAYS,
    "disallowAdditionalPropertiesIfNotPresent": "what is not known is always kept",
    "sortParamsByRequiredFlag": "arguments in the path come first, others have names",
    "sortModelPropertiesByRequiredFlag": "fields have names",
    "prependFormOrBodyParameters": "the body comes last",
    "ensureUniqueParams": _ALWAYS,
    "setEnsureAsciiToFalse": "JSON is UTF-8",
    "lazyImports": "models are imported when they are used",
    "recursionLimit": "none is needed",
    "buildSystem": _LAYOUT,
    "poetry1": _LAYOUT,
    "hideGenerationTimestamp": "no date is ever written",
    "skipOperationExample": "examples are made from the document",
    "gitHost": _PUSHED,
    "gitUserId": _PUSHED,
    "gitRepoId": _PUSHED,
    "releaseNote": "sdkwright release writes the change log",
    "httpUserAgent": (
        "the client says its own name and version",
        'client.with_options(headers={"User-Agent": …}) sends another',
    ),
    "licenseInfo": (_INFO, "set `info.license` in an overlay"),
    "licenseName": (_INFO, "set `info.license` in an overlay"),
    "appName": (_INFO, "set `info.title` in an overlay"),
    "appDescription": (_INFO, "set `info.description` in an overlay"),
    "infoEmail": (_INFO, "set `info.contact` in an overlay"),
    "infoUrl": (_INFO, "set `info.contact` in an overlay"),
    "groupId": "it is of Java alone",
    "artifactId": "it is of Java alone",
    "artifactVersion": "it is of Java alone",
    "verbose": _SHOWN,
    "logToStderr": _SHOWN,
    "skipOverwrite": _KEPT,
    "enableMinimalUpdate": _KEPT,
    "minimalUpdate": _KEPT,
    "ignoreFileOverride": _KEPT,
    "openapiGeneratorIgnoreList": _KEPT,
    "enablePostProcessFile": "what is written is formatted",
    "strictSpecBehavior": _CHECKED,
    "strictSpec": _CHECKED,
    "validateSpec": _CHECKED,
    "skipValidateSpec": _CHECKED,
    "disabled": "`sdkwright generate` makes all targets, or those that it is told",
}
IGNORED = "files of yours are never touched, all others belong to the SDK"

"""Documents that grow in one way each: of size 2n there is twice as much of it."""

from __future__ import annotations

from . import files, operations, schemas, words
from .making import Files, Shape

__all__ = ["SHAPES", "Files", "Shape"]

# Each with the size at which it begins to be measured.
SHAPES: dict[Shape, int] = {
    operations.operations: 180,
    operations.parameters: 450,
    operations.path_parameters: 180,
    operations.parameters_of_path: 180,
    operations.parameters_referred: 300,
    operations.responses: 40,  # there are no more than 400 statuses
    operations.answer_headers: 600,
    operations.media_types_sent: 180,
    operations.media_types_answered: 180,
    operations.form: 300,
    operations.body_keywords: 450,
    operations.tags: 180,
    operations.tags_of_one: 300,
    operations.tags_nested: 180,
    operations.servers: 1200,
    operations.server_variables: 300,
    operations.securities: 300,
    operations.webhooks: 300,
    operations.callbacks: 300,
    operations.links: 180,
    operations.method_clashes: 180,
    operations.pages: 120,
    schemas.plain: 360,
    schemas.properties: 1200,
    schemas.property_clashes: 300,
    schemas.schema_clashes: 300,
    schemas.enum_values: 6000,
    schemas.enums_merged: 3000,
    schemas.enum_clashes: 1200,
    schemas.chain_of_models: 360,
    schemas.chain_of_references: 300,
    schemas.chain_inside: 3000,
    schemas.one_group: 360,
    schemas.all_of_wide: 240,
    schemas.all_of_parts: 600,
    schemas.all_of_deep: 7,  # no deeper than DEEPEST in `ir/compose.py`
    schemas.one_base: 300,
    schemas.union_variants: 300,
    schemas.untold_variants: 180,
    schemas.unions: 180,
    schemas.inline: 120,
    schemas.nested: 30,
    schemas.items_of_tuples: 600,
    schemas.patterns: 600,
    schemas.example_values: 3000,
    words.description: 6000,
    words.paragraphs: 4500,
    words.lines: 6000,
    words.headings: 4500,
    words.table: 6000,
    words.code: 3000,
    words.unclosed: 3000,
    words.one_word: 15000,
    files.many_files: 180,
    files.paths_in_files: 180,
    files.yaml: 360,
    files.aliases: 360,
    files.anchors: 360,
    files.swagger: 180,
    files.overlay_actions: 180,
    files.overlay_removals: 180,
    files.overlay_queries: 180,
}

/* What libxml2 found wrong, in plain words and at the place that is wrong. */
/* SPDX-License-Identifier: MIT */
#include "xml/fault.h"

#include "base/utf8.h"
#include "xml/tag.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* As much of a name as is shown. */
enum {
    SHOWN = 60
};

static struct str shown(struct str name)
{
    return utf8_start(name, SHOWN);
}

static void copy(char *to, size_t size, const char *text)
{
    size_t length = text == NULL ? 0 : strcspn(text, "\n");
    struct str whole;
    bool partial;

    if (length >= size)
        length = size - 1;
    whole = (struct str){text, length};
    if (length > 0)
        length = utf8_valid(whole, &partial);
    if (length > 0)
        memcpy(to, text, length);
    to[length] = '\0';
}

void fault_note(struct fault *fault, parser_error *error, uint64_t offset)
{
    const char *names[] = {error->str1, error->str2, error->str3};

    fault->code = error->code;
    fault->offset = offset;
    for (size_t i = 0; i < 3; i++)
        copy(fault->names[i], sizeof fault->names[i], names[i]);
    copy(fault->message, sizeof fault->message, error->message);
}

bool fault_internal(const struct fault *fault)
{
    return fault->code == XML_ERR_NO_MEMORY ||
           fault->code == XML_ERR_INTERNAL_ERROR;
}

bool fault_short(const struct fault *fault)
{
    return fault->code == XML_ERR_DOCUMENT_END ||
           fault->code == XML_ERR_DOCUMENT_EMPTY ||
           fault->code == XML_ERR_TAG_NOT_FINISHED;
}

/* How the place of a fault follows from where the parser stood. */
static struct extent here(const struct fault *fault, const struct scene *scene)
{
    struct str text = source_from(scene->source, fault->offset);
    size_t length = 1;

    if (text.length > 0)
        utf8_decode(text, &length);
    return (struct extent){fault->offset, fault->offset + length};
}

/* The tag at whose end, or in which, the parser stood. */
static struct extent whole_tag(const struct fault *fault,
                               const struct scene *scene)
{
    struct extent before = {scene->start, fault->offset};
    struct str text = source_text(scene->source, before);
    const char *found = memrchr(text.at, '<', text.length);

    if (found == NULL)
        return here(fault, scene);
    return tag_whole(scene->source,
                     before.offset + (uint64_t)(found - text.at));
}

/* The "<?" before the parser. */
static struct extent instruction(const struct fault *fault,
                                 const struct scene *scene)
{
    struct extent before = {scene->start, fault->offset};
    struct str text = source_text(scene->source, before);
    size_t at = text.length;

    while (at > 0 &&
           !str_starts((struct str){text.at + at - 1, text.length - (at - 1)},
                       str_of("<?")))
        at--;
    if (at == 0)
        return here(fault, scene);
    return (struct extent){before.offset + at - 1, before.offset + at + 1};
}

/* From the '&' before the parser to after the ';', if there is one. */
static struct extent reference(const struct fault *fault,
                               const struct scene *scene)
{
    uint64_t start = scene->source->base;
    struct extent where = here(fault, scene);
    struct str text;
    const char *mark;
    size_t length;

    text = source_text(scene->source, (struct extent){start, where.end});
    mark = memrchr(text.at, '&', text.length);
    if (mark == NULL)
        return where;
    where.offset = start + (uint64_t)(mark - text.at);
    text = source_from(scene->source, where.offset);
    text = utf8_start(text, SHOWN);
    length = 1;
    while (length < text.length &&
           strchr("; \t\r\n<&\"'", text.at[length]) == NULL)
        length++;
    length += length < text.length && text.at[length] == ';';
    where.end = where.offset + length;
    return where;
}

/* Whether the parser stands at a character that no document may have. */
static bool at_forbidden(const struct fault *fault, const struct scene *scene)
{
    struct str text = source_text(scene->source, here(fault, scene));
    size_t size;
    uint32_t point = text.length > 0 ? utf8_decode(text, &size) : ' ';

    return (point < ' ' && point != '\t' && point != '\n' && point != '\r') ||
           point == 0xFFFE || point == 0xFFFF;
}

/* The character at the parser, or the reference before it that means one. */
static struct extent character(const struct fault *fault,
                               const struct scene *scene)
{
    return at_forbidden(fault, scene) ? here(fault, scene)
                                      : reference(fault, scene);
}

static struct str local_part(struct str name)
{
    const char *colon = memchr(name.at, ':', name.length);
    size_t skip = colon == NULL ? 0 : (size_t)(colon - name.at) + 1;

    return (struct str){name.at + skip, name.length - skip};
}

/* Whether an attribute before it on the tag has its name. */
static bool is_repeated(const struct scene *scene, uint64_t tag,
                        struct extent name)
{
    struct str wanted = source_text(scene->source, name);
    struct tag_part part = {.value = tag_name(scene->source, tag)};

    while (tag_next(scene->source, part.value.end, &part) &&
           part.name.offset < name.offset)
        if (str_equal(source_text(scene->source, part.name), wanted))
            return true;
    return false;
}

static struct extent second_attribute(const struct fault *fault,
                                      const struct scene *scene)
{
    struct extent tag = whole_tag(fault, scene);
    struct tag_part part = {.value = tag_name(scene->source, tag.offset)};

    while (tag_next(scene->source, part.value.end, &part))
        if (is_repeated(scene, tag.offset, part.name))
            return part.name;
    return tag;
}

/* Whether it has a prefix, declares none, and has that local name. */
static bool has_local_part(const struct scene *scene, struct extent name,
                           const char *wanted)
{
    struct str text = source_text(scene->source, name);
    struct str local = local_part(text);

    return local.length < text.length && str_is(local, wanted) &&
           !str_starts(text, str_of("xmlns:"));
}

/* Of more than two it is not known here which are of one namespace. */
static struct extent second_in_namespace(const struct fault *fault,
                                         const struct scene *scene)
{
    struct extent tag = whole_tag(fault, scene);
    struct tag_part part = {.value = tag_name(scene->source, tag.offset)};
    struct extent last = tag;
    size_t count = 0;

    while (tag_next(scene->source, part.value.end, &part)) {
        if (!has_local_part(scene, part.name, fault->names[0]))
            continue;
        last = part.name;
        count++;
    }
    return count == 2 ? last : tag;
}

static bool has_prefix(const struct scene *scene, struct extent name,
                       const char *prefix)
{
    struct str text = source_text(scene->source, name);
    size_t length = strlen(prefix);

    return length < text.length && text.at[length] == ':' &&
           memcmp(text.at, prefix, length) == 0;
}

/* The first name on the tag with the prefix that the fault names. */
static struct extent prefixed(const struct fault *fault,
                              const struct scene *scene)
{
    struct extent tag = whole_tag(fault, scene);
    struct extent name = tag_name(scene->source, tag.offset);
    struct tag_part part = {.value = name};

    if (has_prefix(scene, name, fault->names[0]))
        return name;
    while (tag_next(scene->source, part.value.end, &part))
        if (has_prefix(scene, part.name, fault->names[0]))
            return part.name;
    return tag;
}

#define NOT_DECLARABLE                                                         \
    "a namespace is declared that must not be: xml and xmlns are reserved, "   \
    "and a prefix needs a namespace"

/* What is known of each error: where it is, and how it is called. */
static const struct row {
    int code;
    struct extent (*where)(const struct fault *fault,
                           const struct scene *scene);
    const char *before; /* the name of the fault stands between them … */
    const char *after;  /* … if there is an `after` */
    const char *hint;
} rows[] = {
    {XML_ERR_INVALID_CHAR, character,
     "there is a character that XML does not allow", NULL, NULL},
    {XML_ERR_INVALID_CHARREF, reference,
     "there is a character that XML does not allow", NULL, NULL},
    {XML_ERR_INVALID_HEX_CHARREF, reference,
     "this is no hexadecimal character reference", NULL, NULL},
    {XML_ERR_INVALID_DEC_CHARREF, reference,
     "this is no decimal character reference", NULL, NULL},
    {XML_ERR_UNDECLARED_ENTITY, reference, "the entity &", "; is not declared",
     "XML itself has &lt; &gt; &amp; &quot; &apos; only"},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, reference,
     "the ';' at the end of the reference is missing", NULL,
     "write &amp; for the character '&'"},
    {XML_ERR_LT_IN_ATTRIBUTE, here, "there is a '<' in an attribute value",
     NULL, "write &lt;, or is a quotation mark missing before?"},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, here,
     "an attribute value must stand in quotation marks", NULL, NULL},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, here, "the attribute value is not closed",
     NULL, NULL},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, here, "the attribute ", " has no value",
     NULL},
    {XML_ERR_ATTRIBUTE_REDEFINED, second_attribute,
     "the attribute is given twice", NULL, NULL},
    {XML_ERR_HYPHEN_IN_COMMENT, here, "there is a '--' within a comment", NULL,
     NULL},
    {XML_ERR_PI_NOT_STARTED, instruction,
     "a processing instruction must begin with a name", NULL, NULL},
    {XML_ERR_XMLDECL_NOT_FINISHED, here,
     "the XML declaration must go on with '?>' here", NULL, NULL},
    {XML_ERR_VERSION_MISSING, instruction,
     "the XML declaration gives no version", NULL,
     "write <?xml version=\"1.0\"?>"},
    {XML_ERR_STANDALONE_VALUE, here, "standalone is neither 'yes' nor 'no'",
     NULL, NULL},
    {XML_ERR_ENCODING_NAME, here, "this is no name of an encoding", NULL, NULL},
    {XML_ERR_RESERVED_XML_NAME, instruction,
     "the name xml is for the XML declaration, at the very beginning", NULL,
     NULL},
    {XML_ERR_MISPLACED_CDATA_END, here, "there is a ']]>' in text", NULL,
     "write ]]&gt;"},
    {XML_ERR_SPACE_REQUIRED, here, "white space is missing here", NULL, NULL},
    {XML_ERR_GT_REQUIRED, here, "the '>' of the tag is missing here", NULL,
     NULL},
    {XML_ERR_EQUAL_REQUIRED, here, "a '=' is missing here", NULL, NULL},
    {XML_ERR_DOCUMENT_END, here,
     "there is something after the end of the root element", NULL, NULL},
    {XML_NS_ERR_XML_NAMESPACE, whole_tag, NOT_DECLARABLE, NULL, NULL},
    {XML_NS_ERR_EMPTY, whole_tag, NOT_DECLARABLE, NULL, NULL},
    {XML_NS_ERR_UNDEFINED_NAMESPACE, prefixed, "the namespace prefix ",
     " is not declared", NULL},
    {XML_NS_ERR_QNAME, whole_tag,
     "a name has more than one colon, or nothing "
     "on one side of it",
     NULL, NULL},
    {XML_NS_ERR_ATTRIBUTE_REDEFINED, second_in_namespace,
     "the attribute is given twice, with two prefixes for one namespace", NULL,
     NULL},
    {XML_NS_ERR_COLON, instruction,
     "the name of a processing instruction has a colon", NULL, NULL},
};

static const struct row *find_row(int code)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].code == code)
            return &rows[i];
    return NULL;
}

static void explain_row(const struct fault *fault, const struct scene *scene,
                        const struct row *row, struct problem *problem)
{
    struct extent where = row->where(fault, scene);

    problem_set(problem, CODE_W001, where.offset, where.end, "%s%s%s",
                row->before, row->after != NULL ? fault->names[0] : "",
                row->after != NULL ? row->after : "");
    if (row->hint != NULL)
        problem_hint(problem, "%s", row->hint);
}

/* "<a> on line 3", or without the line where the text is forgotten. */
static void describe(const struct scene *scene, char *out, size_t size)
{
    const struct open_element *open = scene->open;
    struct str prefix = shown(str_of(open->prefix));
    struct str local = shown(str_of(open->local));
    struct cis_place place;
    char line[32] = "";

    if (source_knows(scene->source, open->tag)) {
        source_resolve(scene->source, (struct extent){open->tag, open->tag},
                       &place);
        snprintf(line, sizeof line, " on line %" PRIu64, place.line);
    }
    snprintf(out, size, "<%.*s%s%.*s>%s", STR_ARGS(prefix),
             prefix.length > 0 ? ":" : "", STR_ARGS(local), line);
}

static void explain_mismatch(const struct fault *fault,
                             const struct scene *scene, struct problem *problem)
{
    struct extent tag = whole_tag(fault, scene);
    struct extent name = tag_name(scene->source, tag.offset);
    struct str end = shown(source_text(scene->source, name));
    char open[160];

    describe(scene, open, sizeof open);
    problem_set(problem, CODE_W001, tag.offset, tag.end,
                "the end tag </%.*s> does not match %s", STR_ARGS(end), open);
}

static void explain_unclosed(const struct scene *scene, struct problem *problem)
{
    uint64_t end = source_end(scene->source);
    char open[160];

    describe(scene, open, sizeof open);
    problem_set(problem, CODE_W001, end, end,
                "the input ends before the end tag of %s", open);
}

/* The input ends within the last markup. */
static void explain_end(const struct scene *scene, struct problem *problem)
{
    static const char *const kinds[][2] = {
        {"<!--", "a comment"},
        {"<![CDATA[", "a CDATA section"},
        {"<?", "a processing instruction"},
        {"</", "an end tag"},
        {"<", "a tag"},
    };
    struct str text = source_from(scene->source, scene->token);
    size_t i = 0;

    while (i < sizeof kinds / sizeof *kinds - 1 &&
           !str_starts(text, str_of(kinds[i][0])))
        i++;
    problem_set(problem, CODE_W001, scene->token, source_end(scene->source),
                "the input ends within %s", kinds[i][1]);
}

static bool at_slash(const struct fault *fault, const struct scene *scene)
{
    return str_is(source_text(scene->source, here(fault, scene)), "/");
}

/* After an '&' without a name, and where a tag or attribute has none. */
static void explain_name(const struct fault *fault, const struct scene *scene,
                         struct problem *problem)
{
    struct extent where = here(fault, scene);
    struct str before = source_text(
        scene->source, (struct extent){where.offset - 1, where.offset});

    if (str_is(before, "&")) {
        problem_set(problem, CODE_W001, where.offset - 1, where.offset,
                    "a '&' must begin a reference");
        problem_hint(problem, "write &amp; for the character '&'");
        return;
    }
    problem_set(problem, CODE_W001, where.offset, where.end, "%s",
                at_slash(fault, scene)
                    ? "a '/' within a tag must be followed by '>'"
                    : "a name is expected here");
}

static void explain_other(const struct fault *fault, const struct scene *scene,
                          struct problem *problem)
{
    struct extent where = here(fault, scene);

    problem_set(problem, CODE_W001, where.offset, where.end,
                "the input is not well-formed: %s", fault->message);
}

/* 2.9 does not look at an '&' that the input ends with. */
static bool is_short(const struct fault *fault, uint64_t end)
{
    return fault_short(fault) ||
           (fault->code == XML_ERR_NAME_REQUIRED && fault->offset == end);
}

/* In markup, the versions of libxml2 differ in whether they name what they
 * find, or what they expect instead. */
static bool is_forbidden(const struct fault *fault, const struct scene *scene)
{
    switch (fault->code) {
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
    case XML_ERR_EQUAL_REQUIRED:
    case XML_ERR_GT_REQUIRED:
    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_PI_NOT_STARTED:
    case XML_ERR_SPACE_REQUIRED:
        return at_forbidden(fault, scene);
    default:
        return false;
    }
}

void fault_explain(const struct fault *fault, const struct scene *scene,
                   struct problem *problem)
{
    int code = is_forbidden(fault, scene) ? XML_ERR_INVALID_CHAR : fault->code;
    const struct row *row = find_row(code);
    uint64_t end = source_end(scene->source);

    if (scene->inside && fault->offset >= scene->token)
        explain_end(scene, problem);
    else if (fault->code == XML_ERR_TAG_NAME_MISMATCH && scene->open != NULL)
        explain_mismatch(fault, scene, problem);
    else if (scene->ended && scene->open != NULL && is_short(fault, end))
        explain_unclosed(scene, problem);
    else if (scene->ended && fault_short(fault) && !scene->closed)
        problem_set(problem, CODE_W001, end, end, "%s",
                    scene->rooted ? "the input ends before the end tag"
                                  : "there is no root element");
    else if (code == XML_ERR_NAME_REQUIRED ||
             (code == XML_ERR_SPACE_REQUIRED && at_slash(fault, scene)))
        explain_name(fault, scene, problem);
    else if (row != NULL)
        explain_row(fault, scene, row, problem);
    else
        explain_other(fault, scene, problem);
}

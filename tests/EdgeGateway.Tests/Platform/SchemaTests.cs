using System.Text.Json;
using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Tests.Platform.Examples;

namespace EdgeGateway.Tests.Platform;

/// <summary>Every schema takes what the code writes, and refuses it with one mistake in it.</summary>
public sealed class SchemaTests
{
    private static readonly SchemaValidator s_validator = new(PlatformFiles.Schemas);

    private static readonly SchemaValidator s_strict = new(PlatformFiles.Schemas, isStrict: true);

    public static TheoryData<string> Written => [.. PlatformKinds.All.Keys, .. PlatformFiles.Messages.Keys];

    public static TheoryData<string> Kinds => [.. PlatformKinds.All.Keys];

    public static TheoryData<string> Examples => [.. PlatformFiles.Names("examples/", ".json")];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_Shipped_FitsItsSchema(string name) => Assert.Empty(s_validator.Judge(PlatformFiles.SchemaOf(name), PlatformFiles.Json($"examples/{name}.json")));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Example_OfAKind_HasDataThatFitsTheSchemaItNames(string kind)
    {
        var reading = Json(ExampleReadings.All[kind]);

        Assert.Equal(SchemaIds.SchemaOf(kind), reading.GetProperty("dataschema").GetString());
        Assert.Empty(s_strict.Judge(reading.GetProperty("dataschema").GetString()!, reading.GetProperty("data")));
        Assert.Empty(s_strict.Judge(SchemaIds.SchemaOf("reading"), WithoutData(reading)));
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Schema_OfAllTheCodeCanWrite_TakesItAndNamesAllOfIt(string name) => Assert.Empty(s_strict.Judge(SchemaIds.SchemaOf(name), Filled(name)));

    [Theory]
    [MemberData(nameof(Written))]
    public void Schema_WrongType_RefusesIt(string name) => Assert.All(
        BrokenJson.WrongTypes(Filled(name)), broken => Assert.False(IsGood(name, broken.Value), $"{broken.Where} of another type is taken"));

    [Theory]
    [MemberData(nameof(Written))]
    public void Schema_RequiredMissing_RefusesIt(string name) => Assert.All(
        BrokenJson.Missing(Filled(name), PlatformFiles.Schemas[SchemaIds.SchemaOf(name)]), broken => Assert.False(IsGood(name, broken.Value), $"without {broken.Where} it is taken"));

    [Theory]
    [MemberData(nameof(Written))]
    public void Schema_SomethingNobodyKnows_TakesIt(string name)
    {
        string more = string.Concat("{\"fromTomorrow\":1,", Filled(name).GetRawText().AsSpan(1));
        Assert.True(IsGood(name, JsonDocument.Parse(more).RootElement));
    }

    [Theory]
    [InlineData("reading")]
    [InlineData("batch")]
    [InlineData("receipt")]
    [InlineData("presence")]
    [InlineData("command")]
    [InlineData("command-payload")]
    public void SchemaByHand_OneMistake_RefusesIt(string name)
    {
        var good = name == "reading" ? WithoutData(Json(ExampleReadings.All["plate.read"])) : PlatformFiles.Json($"examples/{name}.json");
        if (name == "batch")
        {
            Assert.All(BrokenJson.WrongTypes(good).Where(static one => !one.Where.Contains(".data.", StringComparison.Ordinal)), broken => Assert.False(IsGood(name, broken.Value), broken.Where));
            return;
        }

        Assert.All(BrokenJson.WrongTypes(good).Where(static one => !one.Where.StartsWith("args.", StringComparison.Ordinal)), broken => Assert.False(IsGood(name, broken.Value), $"{broken.Where} of another type is taken"));
        Assert.All(BrokenJson.Missing(good, PlatformFiles.Schemas[SchemaIds.SchemaOf(name)]), broken => Assert.False(IsGood(name, broken.Value), $"without {broken.Where} it is taken"));
    }

    [Fact]
    public void Members_OfEverySchema_AreDescribed() => Assert.All(PlatformFiles.Schemas, static schema => Assert.Empty(Undescribed(schema.Value, "$")));

    [Fact]
    public void References_OfEverySchema_LeadSomewhere() => Assert.All(PlatformFiles.Schemas.Values, static schema => Assert.All(References(schema), reference => Assert.True(
        reference.StartsWith("#/$defs/", StringComparison.Ordinal) ? schema.GetProperty("$defs").TryGetProperty(reference["#/$defs/".Length..], out _) : PlatformFiles.Schemas.ContainsKey(reference), reference)));

    private static bool IsGood(string name, JsonElement value) => s_validator.Judge(SchemaIds.SchemaOf(name), value).Count == 0;

    private static JsonElement Filled(string name)
    {
        var type = PlatformKinds.All.GetValueOrDefault(name) ?? PlatformFiles.Messages[name];
        JsonSerializerContext context = PlatformKinds.All.ContainsKey(name) ? BodyJson.Default : type == typeof(CommandAnswer) ? CommandJson.Default : StateJson.Default;
        return JsonSerializer.SerializeToElement(FilledValue.Of(type), type, context);
    }

    private static JsonElement WithoutData(JsonElement reading) => JsonSerializer.SerializeToElement(
        reading.EnumerateObject().ToDictionary(static one => one.Name, static one => one.Name == "data" ? JsonDocument.Parse("{}").RootElement : one.Value));

    private static JsonElement Json(byte[] text) => JsonDocument.Parse(text).RootElement;

    private static IEnumerable<string> Undescribed(JsonElement schema, string path) =>
        from part in Objects(schema, path)
        where part.Value.TryGetProperty("properties", out var members) && members.ValueKind == JsonValueKind.Object
        where !part.Path.Contains(".anyOf", StringComparison.Ordinal) && !part.Path.Contains(".allOf", StringComparison.Ordinal)
        from member in part.Value.GetProperty("properties").EnumerateObject()
        where !member.Value.TryGetProperty("description", out var text) || text.GetString() is not { Length: > 5 }
        select $"{part.Path}.{member.Name}";

    private static IEnumerable<string> References(JsonElement schema) =>
        from part in Objects(schema, "$")
        where part.Value.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String
        select part.Value.GetProperty("$ref").GetString()!;

    private static IEnumerable<(string Path, JsonElement Value)> Objects(JsonElement json, string path) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(one => Objects(one.Value, $"{path}.{one.Name}")).Prepend((path, json)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany((one, i) => Objects(one, $"{path}.{i}")),
        _ => [],
    };
}

using System.Text;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Tests.Protocol.Paths;

public sealed class JsonBodyTests
{
    [Theory]
    [InlineData("""{ "a": { "b": [ 1, 2 ] } }""", "a.b[1]", "2", BodySort.Number)]
    [InlineData("""{ "a": " x " }""", "a", "x", BodySort.Text)]
    [InlineData("""{ "a": false }""", "a", "false", BodySort.Flag)]
    [InlineData("""{ "a": null }""", "a", null, BodySort.Nothing)]
    [InlineData("""{ "a": [] }""", "a", null, BodySort.Several)]
    [InlineData("""{ "a": 1, "a": 2 }""", "a", "1", BodySort.Number)]
    [InlineData("1.50", ".", "1.50", BodySort.Number)]
    [InlineData("\uFEFF{ \"a\": 1 }", "a", "1", BodySort.Number)]
    [InlineData("""{ "a.b": { "c:d": 1 } }""", "'a.b'.'c:d'", "1", BodySort.Number)]
    public void Read_Json_KeepsTextAndSort(string json, string path, string? text, BodySort sort)
    {
        var node = Assert.Single(BodyPath.Parse(path, out _)!.Find(JsonBody.Read(Encoding.UTF8.GetBytes(json), out string? fault)!));

        Assert.Null(fault);
        Assert.Equal((text, sort), (node.Text, node.Sort));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"a\": 1 } 2")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{ \"\\ud800\": 1 }")]
    [InlineData("NaN")]
    [InlineData("{ 'a': 1 }")]
    public void Read_NotJson_SaysSo(string json)
    {
        Assert.Null(JsonBody.Read(Encoding.UTF8.GetBytes(json), out string? fault));
        Assert.Equal(JsonBody.NotJson, fault);
    }

    [Fact]
    public void Read_AtItsBounds_IsReadAndBeyondThemNot()
    {
        Assert.NotNull(JsonBody.Read(Nested(JsonBody.MostDepth), out _));
        Assert.Null(JsonBody.Read(Nested(JsonBody.MostDepth + 1), out string? deep));
        Assert.NotNull(JsonBody.Read(Wide(JsonBody.MostValues - 1), out _));
        Assert.Null(JsonBody.Read(Wide(JsonBody.MostValues), out string? wide));
        Assert.Equal((JsonBody.TooDeep, JsonBody.TooManyValues), (deep, wide));
    }

    [Fact]
    public void Member_OfAWideObject_PrefersTheExactName()
    {
        string members = string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"M{i}\": {i}, \"m{i}\": {1000 + i}"));
        var node = JsonBody.Read(Encoding.UTF8.GetBytes($"{{ {members}, \"Only\": 7 }}"), out _)!;

        Assert.Equal(("1042", "42", "7", null), (node.Member("m42")?.Text, node.Member("M42")?.Text, node.Member("oNLY")?.Text, node.Member("none")?.Text));
    }

    private static byte[] Nested(int depth) => Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth));

    private static byte[] Wide(int items) => Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("1", items))}]");
}

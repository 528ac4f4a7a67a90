using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Tests.Protocol.Commands;

public sealed class CommandReaderTests
{
    private const string Good = """
        {"v":1,"id":"0b5e2f6c-6d8a-4a53-9df2-3e8e0f6d5a11","name":"radio.send-text","device":"pdt-1","args":{"text":"集合"},
         "issuedAt":"2026-11-22T03:32:00Z","notAfter":"2026-11-22T11:33:00.5+08:00","issuer":"dispatch-7"}
        """;

    [Fact]
    public void TryRead_Payload_IsReadWhole()
    {
        Assert.True(Read(Good, out var command));

        Assert.Equal(("0b5e2f6c-6d8a-4a53-9df2-3e8e0f6d5a11", "radio.send-text", "pdt-1", "dispatch-7"), (command!.Id, command.Name, command.Device, command.Issuer));
        Assert.Equal("集合", command.Args.GetProperty("text").GetString());
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 3, 33, 0, 500, TimeSpan.Zero), command.NotAfter);
    }

    [Theory]
    [InlineData("args")]
    [InlineData("issuer")]
    public void TryRead_WithoutWhatMayBeMissing_IsRead(string name)
    {
        Assert.True(Read(With(name, null, remove: true), out var command));
        Assert.Equal(JsonValueKind.Object, command!.Args.ValueKind);
    }

    [Theory]
    [InlineData("v", null)]
    [InlineData("v", "2")]
    [InlineData("v", "1.5")]
    [InlineData("v", "\"1\"")]
    [InlineData("id", "\"\"")]
    [InlineData("id", "\"a b\"")]
    [InlineData("id", "7")]
    [InlineData("name", "\"reboot\"")]
    [InlineData("name", "\"Radio.Send\"")]
    [InlineData("name", "\"radio.\"")]
    [InlineData("device", "\"a/b\"")]
    [InlineData("device", "\"+\"")]
    [InlineData("args", "[]")]
    [InlineData("args", "null")]
    [InlineData("issuedAt", "\"2026-11-22T03:32:00\"")]
    [InlineData("issuedAt", "\"2026-11-22\"")]
    [InlineData("issuedAt", "1764000000")]
    [InlineData("notAfter", "\"2026-13-22T03:32:00Z\"")]
    [InlineData("notAfter", null)]
    [InlineData("issuer", "7")]
    [InlineData("issuer", "\"a\\nb\"")]
    public void TryRead_OneThingWrong_IsNotRead(string name, string? value) => Assert.False(Read(With(name, value, value is null), out _));

    [Fact]
    public void TryRead_ANameTwice_IsNotRead() => Assert.False(Read(Good.Replace("\"v\":1", "\"v\":1,\"v\":1", StringComparison.Ordinal), out _));

    [Fact]
    public void TryRead_IdOf65Characters_IsNotRead() => Assert.False(Read(With("id", $"\"{new string('a', 65)}\""), out _));

    [Theory]
    [InlineData(13, true)]
    [InlineData(400, false)]
    [InlineData(100_000, false)]
    public void TryRead_DeepArguments_HaveALimit(int depth, bool good) =>
        Assert.Equal(good, Read(Good.Replace("\"集合\"", new string('[', depth) + new string(']', depth), StringComparison.Ordinal), out _));

    private static string With(string name, string? json, bool remove = false)
    {
        var payload = JsonNode.Parse(Good)!.AsObject();
        payload.Remove(name);
        if (!remove)
        {
            payload[name] = json is null ? null : JsonNode.Parse(json);
        }

        return payload.ToJsonString();
    }

    private static bool Read(string text, out Command? command) => CommandReader.TryRead(Encoding.UTF8.GetBytes(text), out command);
}

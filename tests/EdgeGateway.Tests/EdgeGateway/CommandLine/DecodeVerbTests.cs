using System.Text.Json;

namespace EdgeGateway.Tests.EdgeGateway.CommandLine;

public sealed class DecodeVerbTests
{
    private readonly Typed _typed = new();

    [Fact]
    public async Task Decode_Hex_IsOneJsonLineWithTheEventWithoutItsNumber()
    {
        Assert.Equal(0, await _typed.RunAsync("decode", "echo", "--hex", "01 02:0x03", "--opt", "zone=+08:00"));

        var line = JsonDocument.Parse(Assert.Single(_typed.Lines)).RootElement;
        Assert.True(line.GetProperty("ok").GetBoolean());
        Assert.Equal("ECHO", line.GetProperty("type").GetString());
        Assert.Equal("010203", line.GetProperty("fields").GetProperty("bytes").GetString());
        Assert.Equal("+08:00", line.GetProperty("fields").GetProperty("zone").GetString());
        var reading = line.GetProperty("readings")[0];
        Assert.Equal(("edge.plate.read.v1", "2026-11-22T03:32:00.120Z"), (reading.GetProperty("type").GetString(), reading.GetProperty("time").GetString()));
        Assert.All(["id", "epoch", "seq"], name => Assert.False(reading.TryGetProperty(name, out _)));
        Assert.Contains("蓝粤A12345", _typed.Out, StringComparison.Ordinal);
        Assert.Contains("\"城市\":\"广州\"", _typed.Out, StringComparison.Ordinal);
        Assert.Empty(_typed.Error);
    }

    [Fact]
    public async Task Decode_StandardInput_GivesALineForEachAndGoesOnAfterFaultsAndDefects()
    {
        _typed.StandardInput = "# a capture\n01\n\n00\r\nzz\nFF\nEE\n0\n02";

        Assert.Equal(1, await _typed.RunAsync("decode", "echo"));

        Assert.Equal(["", "zero", "bad-hex", "decoder-defect", "no-frame", "bad-hex", ""], _typed.Lines.Select(Fault));
    }

    [Fact]
    public async Task Decode_AllFine_IsZero()
    {
        _typed.StandardInput = "01\n02\n";

        Assert.Equal(0, await _typed.RunAsync("decode", "echo"));
        Assert.Equal(2, _typed.Lines.Length);
    }

    [Fact]
    public async Task Decode_File_IsTakenAsBytes()
    {
        string path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [0x31, 0x0A, 0x32]);

        Assert.Equal(0, await _typed.RunAsync("decode", "echo", "--file", path));
        File.Delete(path);

        Assert.Contains("310A32", Assert.Single(_typed.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decode_MissingFile_IsAFaultLine()
    {
        Assert.Equal(1, await _typed.RunAsync("decode", "echo", "--file", "/nowhere/at/all"));
        Assert.Equal("file-not-readable", Fault(Assert.Single(_typed.Lines)));
    }

    [Fact]
    public async Task Decode_SeveralOptions_AreAllTaken()
    {
        Assert.Equal(0, await _typed.RunAsync("decode", "echo", "--opt", "a=1", "zone=+01:00", "--hex", "01", "--opt", "b=x=y"));
        Assert.Contains("+01:00", _typed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decode_UnknownProtocol_IsTwoAndNamesTheNearestOnStandardError()
    {
        Assert.Equal(2, await _typed.RunAsync("decode", "ehco", "--hex", "01"));
        Assert.Contains("\"echo\"", _typed.Error, StringComparison.Ordinal);
        Assert.Empty(_typed.Out);
    }

    [Theory]
    [InlineData("decode")]
    [InlineData("decode", "echo", "--hex", "01", "--file", "x")]
    [InlineData("decode", "echo", "--hex", "01", "--opt", "zone")]
    [InlineData("decode", "echo", "--hex", "01", "--opt", "=x")]
    [InlineData("decode", "echo", "--hxe", "01")]
    public async Task Decode_TypedWrongly_IsTwoAndNothingOnStandardOutput(params string[] args)
    {
        Assert.Equal(2, await _typed.RunAsync(args));
        Assert.NotEmpty(_typed.Error);
        Assert.Empty(_typed.Out);
    }

    [Theory]
    [InlineData("0", "odd")]
    [InlineData("", "no hex digit")]
    [InlineData("0x", "no hex digit")]
    [InlineData("01 0g", "character 5")]
    [InlineData("１２", "character 1")]
    public async Task Decode_BadHex_SaysWhere(string hex, string why)
    {
        Assert.Equal(1, await _typed.RunAsync("decode", "echo", "--hex", hex));
        Assert.Contains(why, JsonDocument.Parse(_typed.Out).RootElement.GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    private static string Fault(string line) =>
        JsonDocument.Parse(line).RootElement is var json && json.GetProperty("ok").GetBoolean() ? string.Empty : json.GetProperty("fault").GetString()!;
}

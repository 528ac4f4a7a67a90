using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Commands;
using EdgeGateway.Commands.HotList;
using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.HotList;
using EdgeGateway.Tests.EdgeGateway.Pipeline.HotList;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Commands.HotList;

/// <summary>A stick, its lists and their answers.</summary>
public sealed class ListImporterTests : IAsyncLifetime, IListFiles
{
    private readonly HotListSite _site = new();
    private readonly CommandSigner _ops = new();
    private readonly CommandJudge _judge;
    private readonly string _stick = Directory.CreateTempSubdirectory("edge-stick-").FullName;
    private ImportFolder _folder;
    private int _commands;

    public ListImporterTests()
    {
        _judge = new CommandJudge(new CommandSettings { Keys = [_ops.Settings(["hotlist.*"], ["gateway"])] });
        _folder = new ImportFolder(_stick, 256 * 1024);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _ops.Dispose();
        _judge.Dispose();
        Directory.Delete(_stick, recursive: true);
    }

    [Fact]
    public async Task Look_SignedList_TakesThePlaceOfTheListAndIsAnswered()
    {
        await WriteAsync("a.jsonl", Lines("e-1 苏A3HK57", "e-2 苏A3HK58") + "nonsense\n" + Lines("e-3 苏A3HK59").Replace("station 4", "", StringComparison.Ordinal));
        await LookAsync();

        var result = Result("a.jsonl");
        Assert.Equal(("done", 2, 2), (result.GetProperty("state").GetString(), result.GetProperty("taken").GetInt32(), result.GetProperty("refused").GetInt32()));
        Assert.Equal(["3  garbled", "4 e-3 no-authority"], result.GetProperty("lines").EnumerateArray().Select(line => $"{line.GetProperty("line")} {line.GetProperty("id")} {line.GetProperty("reason")}"));
        Assert.Equal(["e-1 exact 0"], _site.Find("苏A3HK57"));
        Assert.Equal("hotlist.replace accepted dispatch-7 ops a.jsonl @platform 2", Audit()[^1]);

        await WriteAsync("b.jsonl", Lines("e-9 苏B00001"));
        await LookAsync();
        Assert.Empty(_site.Find("苏A3HK57"));
        Assert.Single(_site.Find("苏B00001"));
    }

    [Fact]
    public async Task Look_PutAndRemove_ChangeTheList()
    {
        await WriteAsync("a.jsonl", Lines("e-1 苏A3HK57", "e-2 苏A3HK58"));
        await LookAsync();
        await WriteAsync("b.jsonl", Lines("e-3 苏A3HK59"), mode: "put");
        await LookAsync();
        await WriteAsync("c.jsonl", """{"id":"e-1"}""" + "\r\n" + """{"id":"e-2"}""", mode: "remove");
        await LookAsync();

        Assert.Equal(1, _site.Book.Count);
        Assert.Single(_site.Find("苏A3HK59"));
        Assert.Equal(2, Result("c.jsonl").GetProperty("taken").GetInt32());
    }

    [Fact]
    public async Task Look_TheSameListAgain_IsReplayedAlsoAfterARestart()
    {
        await WriteAsync("a.jsonl", Lines("e-1 苏A3HK57"));
        byte[] old = await File.ReadAllBytesAsync(At("a.jsonl.sig"));
        await LookAsync();
        await WriteAsync("b.jsonl", Lines("e-2 苏A3HK58"));
        await LookAsync();
        await _site.RestartAsync();
        File.Delete(At("a.jsonl.result.json"));
        _folder = new ImportFolder(_stick, 256 * 1024);
        await LookAsync();

        Assert.Equal("refused replayed", State("a.jsonl"));
        Assert.Equal(["e-2 exact 0"], _site.Find("苏A3HK58"));
        await File.WriteAllBytesAsync(At("c.jsonl.sig"), old);
        File.Copy(At("a.jsonl"), At("c.jsonl"));
        await LookAsync();
        Assert.Equal("refused replayed", State("c.jsonl"));
    }

    [Theory]
    [InlineData("signature", "refused bad-signature")]
    [InlineData("key", "refused unknown-key")]
    [InlineData("unsigned", "refused unsigned")]
    [InlineData("name", "refused unknown-command")]
    [InlineData("right", "refused not-allowed")]
    [InlineData("expired", "refused expired")]
    [InlineData("old", "refused expired")]
    [InlineData("future", "refused from-the-future")]
    [InlineData("gateway", "refused foreign-device")]
    [InlineData("mode", "refused bad-arguments")]
    [InlineData("file", "refused digest")]
    [InlineData("missing", "failed file-not-readable")]
    [InlineData("garbage", "refused garbled")]
    public async Task Look_OneThingWrong_IsRefusedAndTold(string what, string state)
    {
        var payload = Payload(Lines("e-1 苏A3HK57"), what == "mode" ? "all" : "replace", what switch { "old" => TimeSpan.FromDays(-31), "future" => TimeSpan.FromHours(1), "expired" => TimeSpan.FromHours(-2), _ => default }, what == "old" ? TimeSpan.FromDays(300) : TimeSpan.FromHours(1));
        payload["name"] = what switch { "name" => "hotlist.put", "right" => "uplink.pace", _ => "hotlist.import" };
        payload["args"]!["gateway"] = what == "gateway" ? "gw-2" : "gw-1";
        string text = payload.ToJsonString();
        using var stranger = new CommandSigner { KeyId = what == "key" ? "other" : "ops" };
        byte[] envelope = what switch
        {
            "signature" or "key" => stranger.Envelope(text),
            "unsigned" => CommandSigner.Wrap(text, null, null),
            "garbage" => [1, 2, 3],
            _ => _ops.Envelope(text),
        };
        await File.WriteAllBytesAsync(At("a.jsonl.sig"), envelope);
        if (what != "missing")
        {
            await File.WriteAllTextAsync(At("a.jsonl"), Lines("e-1 苏A3HK57") + (what == "file" ? " " : ""));
        }

        await LookAsync();
        await LookAsync();

        Assert.Equal(state, State("a.jsonl"));
        Assert.Empty(_site.Find("苏A3HK57"));
        Assert.EndsWith(" " + state.Split(' ')[1], Assert.Single(_site.Data(AuditBody.KindName).Select(line => $"{line.GetProperty("outcome")} {line.GetProperty("reason")}")));
    }

    [Fact]
    public async Task Look_StickThatTakesNoAnswer_IsReadOnce()
    {
        await WriteAsync("a.jsonl", Lines("e-1 苏A3HK57"));
        Directory.CreateDirectory(At("a.jsonl.result.json"));
        await LookAsync();
        await LookAsync();
        await LookAsync();

        Assert.Single(_site.Find("苏A3HK57"));
        Assert.Single(Audit());
    }

    [Fact]
    public async Task Look_KilledWhileImporting_TheListIsTheOneBefore()
    {
        await WriteAsync("a.jsonl", Lines("e-1 苏A3HK57"));
        await LookAsync();
        await WriteAsync("b.jsonl", Lines([.. Enumerable.Range(0, 3_000).Select(i => $"n-{i} 苏B{i:00000}")]));
        _opened = stream => new DyingStream(stream, 400_000);
        await LookAsync();
        await _site.RestartAsync();

        Assert.Equal(["e-1 exact 0"], _site.Find("苏A3HK57"));
        Assert.Equal(1, _site.Book.Count);
        Assert.Equal("failed file-not-readable", State("b.jsonl"));
        Assert.Single(Directory.GetFiles(Path.Combine(_site.Folder, "hotlist")));
        _opened = stream => stream;
        File.Delete(At("b.jsonl.result.json"));
        await LookAsync();
        Assert.Equal(3_000, _site.Book.Count);
    }

    [Fact]
    public async Task Look_AnyBytesAsAList_IsAnsweredAndChangesOnlyWhatIsGood()
    {
        var random = new Random(12);
        for (int i = 0; i < FuzzSize.Of(60); i++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(Lines([.. Enumerable.Range(0, 20).Select(n => $"n-{n} 苏B{n:00000}")]));
            for (int changes = random.Next(1, 30); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            if (random.Next(3) == 0)
            {
                bytes = [.. bytes, .. new byte[random.Next(700_000)]];
            }

            await WriteAsync("a.jsonl", bytes, "replace");
            await LookAsync();
            var result = Result("a.jsonl");
            Assert.Equal("done", result.GetProperty("state").GetString());
            Assert.Equal(_site.Book.Count, result.GetProperty("taken").GetInt32());
        }
    }

    private Func<Stream, Stream> _opened = stream => stream;

    IReadOnlyList<(string Name, byte[] Envelope)> IListFiles.Offers() => _folder.Offers();

    Stream IListFiles.Open(string name) => _opened(_folder.Open(name));

    void IListFiles.Answer(string name, byte[] envelope, byte[] result) => _folder.Answer(name, envelope, result);

    private Task LookAsync()
    {
        // One list is older than the next.
        _site.Time.Advance(TimeSpan.FromMilliseconds(10));
        var clock = new CommandClock(new CommandSettings(), _site.Time, _site);
        return new ListImporter(this, _judge, clock, _site.Clerk, _site.Audit, new HotListSettings(), "gw-1", _site.Time, NullLogger<ListImporter>.Instance).LookAsync(default);
    }

    private string Lines(params string[] plates) => string.Concat(plates.Select(plate => new JsonObject
    {
        ["id"] = plate.Split(' ')[0], ["plate"] = plate.Split(' ')[1], ["category"] = "stolen", ["reason"] = "case 12", ["authority"] = "station 4", ["to"] = _site.Time.GetUtcNow().AddDays(1).ToString("O"),
    }.ToJsonString() + "\n"));

    private Task WriteAsync(string name, string text, string mode = "replace") => WriteAsync(name, Encoding.UTF8.GetBytes(text), mode);

    private async Task WriteAsync(string name, byte[] bytes, string mode)
    {
        await File.WriteAllBytesAsync(At(name), bytes);
        await File.WriteAllBytesAsync(At(name + ".sig"), _ops.Envelope(Payload(bytes, mode, default, TimeSpan.FromDays(7)).ToJsonString()));
    }

    private JsonObject Payload(string text, string mode, TimeSpan issued, TimeSpan valid) => Payload(Encoding.UTF8.GetBytes(text), mode, issued, valid);

    private JsonObject Payload(byte[] bytes, string mode, TimeSpan issued, TimeSpan valid)
    {
        var payload = CommandSigner.Payload($"c-{++_commands}", "hotlist.import", "gateway", _site.Time.GetUtcNow() + issued, valid);
        payload["args"] = new JsonObject { ["mode"] = mode, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
        return payload;
    }

    private string At(string name) => Path.Combine(_stick, name);

    private JsonElement Result(string name) => JsonDocument.Parse(File.ReadAllBytes(At(name + ".result.json"))).RootElement;

    private string State(string name) => $"{Result(name).GetProperty("state")} {Result(name).GetProperty("reason")}";

    private string[] Audit() =>
    [
        .. _site.Data(AuditBody.KindName).Select(line => string.Join(' ', new[] { "what", "outcome", "issuer", "keyId", "name", "list", "count" }.Select(name => line.TryGetProperty(name, out var value) ? value.ToString() : "-"))),
    ];

    /// <summary>A stick that is pulled out.</summary>
    private sealed class DyingStream(Stream stream, int after) : MemoryStream
    {
        private int _left = after;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await stream.ReadAsync(buffer[..Math.Min(buffer.Length, 50_000)], cancellationToken);
            return (_left -= read) > 0 ? read : throw new IOException("gone");
        }
    }
}

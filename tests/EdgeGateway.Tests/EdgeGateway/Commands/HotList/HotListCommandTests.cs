using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Commands;
using EdgeGateway.Commands.HotList;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Tests.EdgeGateway.Pipeline.HotList;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Commands.HotList;

public sealed class HotListCommandTests : IAsyncLifetime
{
    private readonly HotListSite _site = new();
    private readonly ReplaceHandler _replace;
    private int _commands;

    public HotListCommandTests() => _replace = new ReplaceHandler(_site.Clerk);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _replace.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Put_GoodAndBadEntries_TakesTheGoodAndSaysHowMany()
    {
        Assert.Equal("Done put-2", await PutAsync(Entry("e-1", "苏A3HK57"), Entry("e-2", "苏A3HK58")));
        Assert.Equal("Done put-1-refused-1", await PutAsync(Entry("e-3", "苏A3HK59"), Entry("e-4", "苏A3HK50", "authority")));
        Assert.Equal("Failed no-authority", await PutAsync(Entry("e-4", "苏A3HK50", "authority")));
        Assert.Equal("Failed no-end", await PutAsync(Entry("e-4", "苏A3HK50", "to")));
        Assert.Equal("Failed garbled", await PutAsync(JsonValue.Create(5)));
        Assert.Equal(["e-3 exact 0"], _site.Find("苏A3HK59"));
        Assert.Empty(_site.Find("苏A3HK50"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "entries": [] }""")]
    [InlineData("""{ "entries": 5 }""")]
    [InlineData("""{ "list": "a b", "entries": [ {} ] }""")]
    [InlineData("""{ "list": 5, "entries": [ {} ] }""")]
    public async Task Put_ArgumentsThatAreNone_AreRefused(string args) =>
        Assert.Equal("Failed bad-arguments", await RunAsync(new PutHandler(_site.Clerk), JsonNode.Parse(args)!.AsObject()));

    [Fact]
    public async Task Remove_Ids_AreGoneAndCounted()
    {
        await PutAsync(Entry("e-1", "苏A3HK57"), Entry("e-2", "苏A3HK58"));

        Assert.Equal("Done removed-1", await RunAsync(new RemoveHandler(_site.Clerk), new JsonObject { ["ids"] = new JsonArray("e-1", "e-1", "e-9") }));
        Assert.Equal("Failed bad-arguments", await RunAsync(new RemoveHandler(_site.Clerk), new JsonObject { ["ids"] = new JsonArray("e-2", 5) }));
        Assert.Equal("Done removed-0", await RunAsync(new RemoveHandler(_site.Clerk), new JsonObject { ["list"] = "other", ["ids"] = new JsonArray("e-2") }));
        Assert.Empty(_site.Find("苏A3HK57"));
        Assert.Single(_site.Find("苏A3HK58"));
    }

    [Fact]
    public async Task Replace_InParts_CountsOnlyWithTheLastAndItsDigest()
    {
        await PutAsync(Entry("old", "苏A3HK57"));

        Assert.Equal("Done part-1-of-3", await PartAsync("u-1", 1, 3, null, Entry("n-1", "苏B00001")));
        Assert.Equal("Failed part-2-expected", await PartAsync("u-1", 3, 3, Digest("n-1"), Entry("n-3", "苏B00003")));
        Assert.Equal("Done part-2-of-3", await PartAsync("u-1", 2, 3, null, Entry("n-2", "苏B00002"), Entry("bad", "苏B00009", "reason")));
        Assert.Equal("Failed part-3-expected", await PartAsync("u-1", 2, 3, null, Entry("n-2", "苏B00002")));
        Assert.Equal(["old exact 0"], _site.Find("苏A3HK57"));
        Assert.Empty(_site.Find("苏B00001"));

        Assert.Equal("Done replaced-3-refused-1", await PartAsync("u-1", 3, 3, Digest("n-1", "n-2", "bad", "n-3"), Entry("n-3", "苏B00003")));
        Assert.Empty(_site.Find("苏A3HK57"));
        Assert.Equal(["n-1 exact 0"], _site.Find("苏B00001"));
        await _site.RestartAsync();
        Assert.Equal(3, _site.Book.Count);
    }

    [Fact]
    public async Task Replace_WrongDigestOrUnknownUpload_LeavesTheList()
    {
        await PutAsync(Entry("old", "苏A3HK57"));

        Assert.Equal("Failed unknown-upload", await PartAsync("u-1", 2, 2, Digest("n-1"), Entry("n-1", "苏B00001")));
        Assert.Equal("Failed digest", await PartAsync("u-1", 1, 1, Digest("n-2"), Entry("n-1", "苏B00001")));
        Assert.Equal("Failed digest", await PartAsync("u-1", 1, 1, null, Entry("n-1", "苏B00001")));
        Assert.Equal(["old exact 0"], _site.Find("苏A3HK57"));
        Assert.Single(Directory.GetFiles(Path.Combine(_site.Folder, "hotlist")));
    }

    [Fact]
    public async Task Replace_BegunAgainAndAgain_LeavesNothingBehind()
    {
        for (int i = 0; i < 10; i++)
        {
            await PartAsync($"u-{i}", 1, 2, null, Entry("n-1", "苏B00001"));
        }

        Assert.Equal("Failed unknown-upload", await PartAsync("u-1", 2, 2, Digest("n-1"), Entry("n-2", "苏B00002")));
        Assert.Equal("Done replaced-2", await PartAsync("u-9", 2, 2, Digest("n-1", "n-2"), Entry("n-2", "苏B00002")));
        Assert.Equal(4, Directory.GetFiles(Path.Combine(_site.Folder, "hotlist")).Length);
    }

    [Fact]
    public async Task Put_DiskRefuses_FailsAndChangesNothing()
    {
        _site.Store.Refusal = new StoreRefusedException("full");

        Assert.Equal("Failed disk", await PutAsync(Entry("e-1", "苏A3HK57")));
        Assert.Empty(_site.Find("苏A3HK57"));
    }

    [Fact]
    public async Task Handlers_AnyArguments_AnswerAndNeverThrow()
    {
        var random = new Random(11);
        ICommandHandler[] handlers = [new PutHandler(_site.Clerk), new RemoveHandler(_site.Clerk), _replace];
        string good = new JsonObject
        {
            ["list"] = "platform", ["upload"] = "u-1", ["part"] = 1, ["parts"] = 2, ["sha256"] = Digest("e-1"), ["ids"] = new JsonArray("e-1"), ["entries"] = new JsonArray(Entry("e-1", "苏A3HK57")),
        }.ToJsonString();
        for (int i = 0; i < FuzzSize.Of(2_000); i++)
        {
            char[] text = good.ToCharArray();
            for (int changes = random.Next(1, 5); changes > 0; changes--)
            {
                text[random.Next(text.Length)] = "\\u{}[]\":,0-9eE\udc00"[random.Next(15)];
            }

            JsonElement args;
            try
            {
                args = JsonDocument.Parse(new string(text), new JsonDocumentOptions { MaxDepth = 16 }).RootElement;
            }
            catch (Exception no) when (no is JsonException or ArgumentException)
            {
                continue;
            }

            if (args.ValueKind == JsonValueKind.Object)
            {
                var outcome = await handlers[i % 3].ExecuteAsync(Command(args), default);
                Assert.True(outcome.Reason is { Length: <= 64 });
            }
        }
    }

    private static string Digest(params string[] ids)
    {
        using var digest = new HotListDigest();
        ids.ToList().ForEach(digest.Add);
        return digest.End();
    }

    private JsonObject Entry(string id, string plate, string? without = null)
    {
        var entry = new JsonObject
        {
            ["id"] = id, ["plate"] = plate, ["category"] = "stolen", ["reason"] = "case 12", ["authority"] = "station 4", ["to"] = _site.Time.GetUtcNow().AddDays(1).ToString("O"),
        };
        _ = without is not null && entry.Remove(without);
        return entry;
    }

    private Task<string> PutAsync(params JsonNode[] entries) => RunAsync(new PutHandler(_site.Clerk), new JsonObject { ["entries"] = new JsonArray(entries) });

    private Task<string> PartAsync(string upload, int part, int parts, string? sha256, params JsonNode[] entries) => RunAsync(
        _replace, new JsonObject { ["upload"] = upload, ["part"] = part, ["parts"] = parts, ["sha256"] = sha256, ["entries"] = new JsonArray(entries) });

    private async Task<string> RunAsync(ICommandHandler handler, JsonObject args)
    {
        var outcome = await handler.ExecuteAsync(Command(JsonDocument.Parse(args.ToJsonString()).RootElement), default);
        return $"{outcome.State} {outcome.Reason}";
    }

    private Command Command(JsonElement args) => new()
    {
        Id = $"c-{++_commands}", Name = "hotlist.put", Device = "gateway", Args = args, IssuedAt = _site.Time.GetUtcNow(), NotAfter = _site.Time.GetUtcNow().AddMinutes(1), Issuer = "dispatch-7",
    };
}

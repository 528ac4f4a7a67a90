using System.Text.Json;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Tests.EdgeGateway.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.CommandLine;

public sealed class StoreVerbTests : IDisposable
{
    private readonly ConfigurationFixture _at = new();
    private readonly Typed _typed = new();

    public StoreVerbTests() => File.WriteAllText(_at.File, ConfigurationFixture.Good);

    public void Dispose() => _at.Dispose();

    [Fact]
    public async Task Status_NoStore_IsOneAndSaysSoOnStandardError()
    {
        Assert.Equal(1, await _typed.RunAsync("store", "status", "--config", _at.File, "--json"));
        Assert.Contains("no store", _typed.Error, StringComparison.Ordinal);
        Assert.Empty(_typed.Out);
    }

    [Fact]
    public async Task Status_WhileTheStoreIsOpen_CountsWhatWaits()
    {
        await using var store = Open();
        await AppendAsync(store);
        await AppendAsync(store);

        Assert.Equal(0, await _typed.RunAsync("store", "status", "--config", _at.File, "--json"));

        var status = JsonDocument.Parse(Assert.Single(_typed.Lines)).RootElement;
        Assert.Equal((2, 2), (status.GetProperty("seqHead").GetInt64(), status.GetProperty("waiting").GetProperty("event").GetInt64()));
        Assert.Equal("2026-11-22T03:32:00.000Z", status.GetProperty("oldest").GetString());
    }

    [Theory]
    [InlineData("en", "last number 1")]
    [InlineData("zh", "最后编号 1")]
    public async Task Status_ForAPerson_IsInTheirLanguage(string language, string expected)
    {
        await using var store = Open();
        await AppendAsync(store);

        Assert.Equal(0, await _typed.RunAsync("store", "status", "--config", _at.File, "--lang", language));
        Assert.Contains(expected, _typed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_Mistakes_IsTwo()
    {
        File.WriteAllText(_at.File, "{}");

        Assert.Equal(2, await _typed.RunAsync("store", "status", "--config", _at.File));
        Assert.Contains("site", _typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WhileTheStoreIsOpen_IsFine()
    {
        await using var store = Open();
        await AppendAsync(store);

        Assert.Equal(0, await _typed.RunAsync("store", "verify", "--config", _at.File, "--json"));

        var verdict = JsonDocument.Parse(Assert.Single(_typed.Lines)).RootElement;
        Assert.True(verdict.GetProperty("sound").GetBoolean());
        Assert.Equal(1, verdict.GetProperty("readings").GetInt64());
    }

    [Theory]
    [InlineData("en", "Damaged: row-checksum")]
    [InlineData("zh", "已损坏：row-checksum")]
    public async Task Verify_ByteHit_IsOneAndLeavesTheStoreAsItIs(string language, string expected)
    {
        await FillAndHitAsync();
        byte[] before = await File.ReadAllBytesAsync(Database);

        Assert.Equal(1, await _typed.RunAsync("store", "verify", "--config", _at.File, "--lang", language));

        Assert.Contains(expected, _typed.Out, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task Export_WhileTheStoreIsOpen_WritesEveryPayloadAsItIs()
    {
        await using var store = Open();
        await AppendAsync(store);
        await AppendAsync(store);
        await store.SettleAsync([new(2, "too large")], default);

        Assert.Equal(0, await _typed.RunAsync("store", "export", "--config", _at.File));

        Assert.Equal(System.Text.Encoding.UTF8.GetString(store.Read(Lane.Event, 0, 1)[0].Payload.Span), Assert.Single(_typed.Lines));
    }

    [Fact]
    public async Task Export_DamagedStore_WritesWhatCanBeReadAndIsOne()
    {
        await FillAndHitAsync();
        string file = Path.Combine(_at.Folder, "stick.jsonl");

        Assert.Equal(1, await _typed.RunAsync("store", "export", "--config", _at.File, "--out", file, "--lane", "event", "--json"));

        string[] lines = await File.ReadAllLinesAsync(file);
        Assert.Equal(49, lines.Length);
        Assert.Equal(49, lines.Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("seq").GetInt64()).Distinct().Count());
        Assert.True(JsonDocument.Parse(_typed.Error).RootElement.GetProperty("damaged").GetBoolean());
    }

    private string Database => Path.Combine(_at.Folder, "data", "store.db");

    private async Task FillAndHitAsync()
    {
        await using (var store = Open())
        {
            for (int i = 0; i < 50; i++)
            {
                await AppendAsync(store);
            }
        }

        byte[] bytes = await File.ReadAllBytesAsync(Database);
        bytes[bytes.AsSpan().IndexOf("\"seq\":30,"u8) + 8] ^= 1;
        await File.WriteAllBytesAsync(Database, bytes);
    }

    private SqliteReadingStore Open() =>
        SqliteReadingStore.Open(new StoreOptions { Folder = Path.Combine(_at.Folder, "data"), Gateway = "gz-baiyun-01" }, TimeProvider.System, new Random(1), NullLogger<SqliteReadingStore>.Instance);

    private static async Task AppendAsync(SqliteReadingStore store) => await store.AppendAsync(
        new PendingReading
        {
            Lane = Lane.Event,
            Device = "cam-01",
            Kind = "plate.read",
            Received = new DateTimeOffset(2026, 11, 22, 3, 32, 0, TimeSpan.Zero),
            Tail = "\"data\":{}}"u8.ToArray(),
        },
        CancellationToken.None);
}

using System.Text.Json;
using EdgeGateway.Commands.Parcels;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

public sealed class NoteHandlerTests : IAsyncLifetime
{
    private readonly ParcelSite _site = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Execute_ByBarcode_IsPartOfTheRecordOnce()
    {
        await _site.ScanAsync("u1", also: body => body with { Barcodes = ["SF1"] });

        Assert.Equal(CommandOutcome.Done("noted"), await NoteAsync("c1", """{ "barcode": "SF1", "realName": "verified", "opened": true, "openResult": "clear" }"""));
        Assert.Equal(CommandOutcome.Done("noted"), await NoteAsync("c1", """{ "barcode": "SF1", "realName": "verified", "opened": true, "openResult": "clear" }"""));
        await _site.PassAsync(2);

        var data = Assert.Single(_site.Latest);
        Assert.Equal(2, data.GetProperty("parts").GetArrayLength());
        Assert.Equal(("operator", "gateway", "c1"), (data.GetProperty("parts")[1].GetProperty("origin").GetString(), data.GetProperty("parts")[1].GetProperty("device").GetString(), data.GetProperty("parts")[1].GetProperty("nativeId").GetString()));
        Assert.True(data.GetProperty("duties").GetProperty("realName").GetBoolean() && data.GetProperty("duties").GetProperty("opened").GetBoolean());
    }

    [Fact]
    public async Task Execute_ByRecord_FindsAClosedOneAfterARestart()
    {
        await _site.ScanAsync("u1");
        await _site.PassAsync(92, 1);
        await _site.KillAsync();
        string record = _site.Latest.Single().GetProperty("recordId").GetString()!;

        Assert.Equal(CommandOutcome.Done("noted"), await NoteAsync("c1", $$"""{ "recordId": "{{record}}", "handling": "released" }"""));
        await _site.PassAsync(2);
        Assert.Equal("released", _site.Latest.Single().GetProperty("handling").GetString());
    }

    [Theory]
    [InlineData("""{ "barcode": "SF9", "opened": true }""", "no-such-parcel")]
    [InlineData("""{ "recordId": "none", "opened": true }""", "no-such-parcel")]
    [InlineData("""{ "opened": true }""", "bad-arguments")]
    [InlineData("""{ "barcode": "SF1", "recordId": "r", "opened": true }""", "bad-arguments")]
    [InlineData("""{ "barcode": "SF1" }""", "bad-arguments")]
    [InlineData("""{ "barcode": "SF1", "realName": "Li Lei" }""", "bad-arguments")]
    [InlineData("""{ "barcode": "SF1", "opened": true, "name": "Li Lei" }""", "bad-arguments")]
    [InlineData("""{ "barcode": "SF1", "opened": false, "openResult": "clear" }""", "bad-arguments")]
    [InlineData("""{ "barcode": "SF1", "opened": "yes" }""", "bad-arguments")]
    [InlineData("""{ "barcode": "\ud800", "opened": true }""", "bad-arguments")]
    public async Task Execute_NothingToNote_IsRefusedAndNothingIsKept(string args, string reason)
    {
        Assert.Equal(CommandOutcome.Failed(reason), await NoteAsync("c1", args));
        Assert.Empty(_site.Store.Parcels.All());
    }

    [Fact]
    public async Task Execute_DiskRefuses_SaysSo()
    {
        await _site.ScanAsync("u1", also: body => body with { Barcodes = ["SF1"] });
        _site.Disk.Refuses = true;

        Assert.Equal(CommandOutcome.Failed("disk"), await NoteAsync("c1", """{ "barcode": "SF1", "opened": true }"""));
    }

    private async Task<CommandOutcome> NoteAsync(string id, string args)
    {
        using var document = JsonDocument.Parse(args);
        var now = _site.Time.GetUtcNow();
        return await new NoteHandler(_site.Stage, _site.Time).ExecuteAsync(
            new Command { Id = id, Name = "parcel.note", Device = "gateway", Args = document.RootElement, IssuedAt = now, NotAfter = now.AddMinutes(1) }, default);
    }
}

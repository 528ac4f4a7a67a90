using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

/// <summary>A scanner's own key of a parcel, and the count of a controller: both are of one machine and begin anew.</summary>
public sealed class ParcelTagTests : IAsyncLifetime
{
    private readonly ParcelSite _site = new(ParcelSite.Line with { Scanners = ["xray", "other"], Expects = [] });

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("SF1")]
    public async Task Take_SameTagOfOneScanner_IsOneParcel(string? label)
    {
        await Event("xray", "T-0001", "n1", also: body => body with { Parcel = label is null ? body.Parcel : new ParcelIdentity(label, IdType: "BARCODE") });
        await Event("xray", "T-0001", "n2", at: 20, result: ParcelWords.Alarm);
        await _site.PassAsync(2);

        Assert.Equal("alarm", Assert.Single(_site.Latest).GetProperty("result").GetString());
    }

    [Fact]
    public async Task Take_TwoScannersThatCountAlike_AreTwoParcels()
    {
        await Event("xray", "T-0001", "n1");
        await Event("other", "T-0001", "n1", at: 5);
        await _site.PassAsync(2);

        Assert.Equal(2, _site.Latest.Count);
    }

    [Fact]
    public async Task Take_OneMachineUnderTwoAddresses_IsOneParcel()
    {
        await Event("xray", "T-0001", "n1", also: body => body with { Scanner = new ScannerIdentity(MachineId: "M-7") });
        await Event("other", "T-0001", "n1", at: 1, also: body => body with { Scanner = new ScannerIdentity(MachineId: "M-7") });
        await _site.PassAsync(2);

        Assert.Single(_site.Latest);
    }

    [Fact]
    public async Task Take_TagThatBeganAnew_IsAnotherParcel()
    {
        await Event("xray", "T-0001", "n1", ParcelWords.Alarm);
        await _site.PassAsync(95, 1);
        _site.Time.Advance(TimeSpan.FromHours(20));
        await Event("xray", "T-0001", "n2");
        await _site.PassAsync(2);

        Assert.Equal(["alarm", "clear"], _site.Latest.Select(data => data.GetProperty("result").GetString()));
    }

    [Theory]
    [InlineData("xray")]
    [InlineData("desk")]
    public async Task Take_OpeningMinutesLater_IsOfTheLastParcelWithThatTag(string device)
    {
        await Event("xray", "T-0001", "n1");
        await _site.PassAsync(95, 1);
        _site.Time.Advance(TimeSpan.FromHours(20));
        await Event("xray", "T-0001", "n2", ParcelWords.Alarm);
        await _site.PassAsync(95, 1);
        _site.Time.Advance(TimeSpan.FromMinutes(10));
        await Event(device, "T-0001", "n3", also: body => body with { Result = "unknown", Scan = body.Scan! with { ReportedBy = "OPERATOR" }, OpenCheck = new ParcelOpening(true, Result: "alarm") });
        await _site.PassAsync(2);

        Assert.Equal([false, true], _site.Latest.Select(data => data.TryGetProperty("openCheck", out _)));
    }

    private async Task Event(string device, string tag, string native, string result = ParcelWords.Clear, double at = 0, Func<ParcelInspectionBody, ParcelInspectionBody>? also = null)
    {
        var body = new ParcelInspectionBody
        {
            Origin = "dahua", Result = result, Parcel = new ParcelIdentity(tag, IdType: "TAG"), Scan = new ParcelScan { Uid = tag, ReportedBy = "MACHINE" },
        };
        await _site.TakeAsync(device, at, native, also?.Invoke(body) ?? body);
        await _site.QuietAsync();
    }
}

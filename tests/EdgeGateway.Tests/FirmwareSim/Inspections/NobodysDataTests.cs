using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateCamera.Dahua;
using EdgeGateway.Drivers.PlateCamera.Hikvision;
using EdgeGateway.Sim.Inspections;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Twins.XrayScanner.Dahua;
using EdgeGateway.Sim.Twins.XrayScanner.Hikvision;

namespace EdgeGateway.Tests.FirmwareSim.Inspections;

/// <summary>What a person is shown of a recording with people in it. Readings and diagnostics are held in the runs against the drivers.</summary>
public sealed class NobodysDataTests
{
    [Theory]
    [InlineData(InspectionDialect.Json)]
    [InlineData(InspectionDialect.Text)]
    public void Decode_DahuaRecordsOfOpenedParcels_ShowNobody(InspectionDialect dialect) =>
        Check(new DahuaXrayVoice("cam-1", new InspectionProfile { Dialect = dialect }), new DahuaDecoder());

    [Theory]
    [InlineData(InspectionDialect.Json)]
    [InlineData(InspectionDialect.Text)]
    public void Decode_HikvisionRecordsOfOpenedParcels_ShowNobody(InspectionDialect dialect) =>
        Check(new HikvisionXrayVoice("cam-1", new InspectionProfile { Dialect = dialect }, posts: true), new IsapiDecoder());

    private static void Check(IInspectionVoice voice, IProtocolDecoder decoder)
    {
        var told = ScannerRun.Timeline(DateTimeOffset.UnixEpoch).Statements().Where(statement => statement.Part == ParcelPart.Review).Select(statement => voice.Say(statement, TimeSpan.Zero).Bytes).Append(voice.Unknown()).ToList();
        var options = new Dictionary<string, string> { ["content-type"] = voice.ContentType };
        var frames = told.SelectMany(bytes => decoder.Decode(bytes, options)).ToList();

        Assert.True(told.Count > 1 && frames.Count(frame => frame.Ok) >= told.Count);
        Assert.Contains(frames, frame => ScannerRun.Texts(frame.Fields).Contains("(withheld)"));
        Assert.All(InventedPeople.Everything, datum => Assert.DoesNotContain(frames.SelectMany(frame => ScannerRun.Texts(frame.Fields)), text => text.Contains(datum, StringComparison.Ordinal)));
    }
}

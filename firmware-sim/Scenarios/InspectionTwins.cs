using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Inspections;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Traffic;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.XrayScanner.Dahua;
using EdgeGateway.Sim.Twins.XrayScanner.Hikvision;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Builds the twins of scanners on a vendor's event channel.</summary>
internal static class InspectionTwins
{
    private static readonly ParcelPart[] s_parts = [ParcelPart.Report, ParcelPart.Review];

    public static TroubledTwin Of(InspectionDevice device, RunFrame run)
    {
        var trouble = new DeviceTrouble(device.Profile.UpFor, device.Profile.DownFor, run.Start);
        var source = new ParcelSource(run.Seed, device.Line ?? device.Id, run.Start, device.Rate, device.Mix);
        var parcels = new ParcelTimeline(source, s_parts, device.Count, run.End);
        var (voice, wire) = device.Driver == DeviceReader.XrayDahua ? Dahua(device, run) : Hikvision(device, run);
        return new(new InspectionTwin(new InspectionPlan(device.Profile, run.Start, run.End), parcels, voice, wire, trouble, run.Ledger, run.Time), trouble);
    }

    private static (IInspectionVoice Voice, IInspectionWire Wire) Dahua(InspectionDevice device, RunFrame run)
    {
        var voice = new DahuaXrayVoice(device.Id, device.Profile);
        return (voice, new StreamInspectionWire(DahuaXrayTwin.Server(voice, device.Profile, device.Listen!, Gate(device, run)), device.Profile.Chunk));
    }

    private static (IInspectionVoice Voice, IInspectionWire Wire) Hikvision(InspectionDevice device, RunFrame run)
    {
        var voice = new HikvisionXrayVoice(device.Id, device.Profile, posts: device.Url is not null);
        return (voice, device.Url is { } url
            ? new PushInspectionWire(url, voice.ContentType)
            : new StreamInspectionWire(new AlertStreamServer(device.Listen!, voice.ContentType, Gate(device, run)), device.Profile.Chunk));
    }

    private static DigestGate Gate(InspectionDevice device, RunFrame run)
    {
        ulong nonces = SeededRandom.For(run.Seed ^ (ulong)run.Time.GetUtcNow().Ticks, device.Id, -1).Next();
        return new DigestGate(device.Password.Length == 0 ? DigestPolicy.None : DigestPolicy.Qop, device.User, device.Password, nonces, run.Time);
    }
}

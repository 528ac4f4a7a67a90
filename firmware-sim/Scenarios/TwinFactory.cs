using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.PlateCamera.Dahua;
using EdgeGateway.Sim.Twins.PlateCamera.Hikvision;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Builds the twin of a device; one method for each driver.</summary>
public static class TwinFactory
{
    public static ITwin Camera(ScenarioDevice device, ulong seed, CameraPlan plan, CameraTrouble trouble, ITruthLedger ledger, TimeProvider time)
    {
        var traffic = new PassageSource(seed, device.Id, plan.Start, device.Rate);
        ICameraWire wire = device.Driver == DeviceReader.DahuaAnpr ? DahuaTwin.Wire(device, seed, trouble, ledger, time) : Isapi(device, seed, trouble, ledger, time);
        return new PlateCameraTwin(plan, traffic, wire, trouble, time);
    }

    private static ICameraWire Isapi(ScenarioDevice device, ulong seed, CameraTrouble trouble, ITruthLedger ledger, TimeProvider time)
    {
        var voice = new CameraVoice(device.Id, device.Profile, stream: device.Mode == DeviceMode.Pull);
        return device.Mode == DeviceMode.Push
            ? new PushWire(voice, device.Profile, device.Url!, trouble, ledger, time)
            : new PullWire(voice, device.Profile, Server(device, voice, seed, time), trouble, ledger, time);
    }

    private static AlertStreamServer Server(ScenarioDevice device, CameraVoice voice, ulong seed, TimeProvider time)
    {
        ulong nonces = SeededRandom.For(seed ^ (ulong)time.GetUtcNow().Ticks, device.Id, -1).Next();
        return new AlertStreamServer(device.Listen!, voice.ContentType, new DigestGate(device.Profile.Digest, device.User, device.Password, nonces, time));
    }
}

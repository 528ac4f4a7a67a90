using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.PlateCamera.Dahua;

/// <summary>Puts one simulated camera together.</summary>
public static class DahuaTwin
{
    private static readonly TimeSpan s_beijing = TimeSpan.FromHours(8);

    public static ICameraWire Wire(CameraDevice device, ulong seed, CameraTrouble trouble, ITruthLedger ledger, TimeProvider time)
    {
        var voice = new DahuaVoice(device.Id, device.Profile, device.Dahua);
        if (device.Mode == DeviceMode.Push)
        {
            return new DahuaPushWire(voice, device.Profile, device.Dahua, device.Url!, trouble, ledger, time);
        }

        var files = new DahuaFiles(voice);
        ulong nonces = SeededRandom.For(seed ^ (ulong)time.GetUtcNow().Ticks, device.Id, -1).Next();
        var gate = new DigestGate(device.Profile.Digest, device.User, device.Password, nonces, time);
        var server = new DahuaCameraServer(device.Listen!, gate, files, () => time.GetUtcNow() + device.Profile.ClockOffset + trouble.ClockStep + s_beijing)
        {
            Load = path => files.At(path) is { } passage ? Stored(voice, files, path, passage, ledger, time) : null,
        };
        return new DahuaStreamWire(voice, device.Profile, device.Dahua, server, files, trouble, ledger, time);
    }

    // What the finder tells has whole seconds and one picture.
    private static (byte[] Content, Action Sent) Stored(DahuaVoice voice, DahuaFiles files, string path, Passage passage, ITruthLedger ledger, TimeProvider time)
    {
        CameraPicture scene = voice.Scene(passage);
        DahuaFacts facts = voice.Facts(passage, TimeSpan.Zero);
        var second = DateTimeOffset.FromUnixTimeSeconds(facts.Told.ToUnixTimeSeconds());
        return (scene.Content, () =>
        {
            if (files.Tell(path))
            {
                ledger.Note(voice.Truth(facts, path, second, [scene]) with { Told = TruthLine.Stream, At = time.GetUtcNow() });
            }
        });
    }
}

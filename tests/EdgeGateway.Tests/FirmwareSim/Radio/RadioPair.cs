using System.Net;
using EdgeGateway.Sim.Radio;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Radio;

/// <summary>A repeater twin and a gateway that has called it.</summary>
internal sealed class RadioPair : IAsyncDisposable
{
    private RadioPair(RadioRig rig, HstrpPeer peer, IPEndPoint at) => (Rig, Peer, At) = (rig, peer, at);

    public RadioRig Rig { get; }

    public HstrpPeer Peer { get; }

    public IPEndPoint At { get; }

    public static async Task<RadioPair> ConnectedAsync(RadioProfile profile, bool acknowledges = true, RadioAir? air = null)
    {
        (RadioRig rig, IPEndPoint at) = RadioRig.Repeater(profile, air);
        var pair = new RadioPair(rig, new HstrpPeer(at) { Acknowledges = acknowledges }, at);
        await pair.Peer.ConnectAsync();
        await Soon.TrueAsync(() => !pair.Peer.Others.IsEmpty || !pair.Peer.Frames.IsEmpty, "it answers");
        return pair;
    }

    public async ValueTask DisposeAsync()
    {
        await Rig.DisposeAsync();
        await Peer.DisposeAsync();
    }
}

using System.Net;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Onvif;

namespace EdgeGateway.Drivers.Onvif;

/// <summary>Who is there? WS-Discovery on the local network; it crosses neither routers nor NAT (plate-camera.md section 4.4).</summary>
public sealed class OnvifDiscovery(IDatagramQuestion network)
{
    public static readonly IPEndPoint Everybody = new(IPAddress.Parse(OnvifProbe.MulticastAddress), OnvifProbe.Port);

    /// <param name="to">Default <see cref="Everybody"/>.</param>
    /// <param name="wait">How long answers are heard.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Each device once, by its identifier or else its first address.</returns>
    /// <exception cref="IOException">Nothing could be sent.</exception>
    public async Task<IReadOnlyList<ProbeMatch>> FindAsync(IPEndPoint to, TimeSpan wait, CancellationToken ct)
    {
        Guid[] asked = [Guid.NewGuid(), Guid.NewGuid()];
        byte[][] probes = [OnvifProbe.Write(asked[0], OnvifType.NetworkVideoTransmitter), OnvifProbe.Write(asked[1], OnvifType.Device)];
        var answers = await network.AskAsync(to, probes, wait, ct).ConfigureAwait(false);
        return
        [
            .. answers.SelectMany(answer => ProbeMatches.Read(answer.Bytes))
                .Where(match => asked.Any(question => IsAnswer(match, question)))
                .DistinctBy(match => match.Endpoint ?? match.Addresses[0].AbsoluteUri, StringComparer.OrdinalIgnoreCase),
        ];
    }

    // Some devices write uuid: without urn:, some leave it out; a stranger's answer to another's question is none of ours.
    private static bool IsAnswer(ProbeMatch match, Guid question) =>
        match.RelatesTo is null || match.RelatesTo.EndsWith(question.ToString("D"), StringComparison.OrdinalIgnoreCase);
}

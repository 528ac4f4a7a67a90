using System.Net;
using EdgeGateway.Drivers.Onvif;

namespace EdgeGateway.Doctor;

/// <summary>Which devices answer on the local network?</summary>
public sealed class DiscoveryCheck(OnvifDiscovery discovery, IPEndPoint to) : IDoctorCheck
{
    private const string Name = "discovery";
    private static readonly TimeSpan s_wait = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken ct)
    {
        try
        {
            var found = await discovery.FindAsync(to, s_wait, ct).ConfigureAwait(false);
            return found.Count == 0
                ? [new CheckResult(Name, to.ToString(), "nobody", OnvifWords.Nobody, OnvifWords.SameNetwork)]
                : [.. found.Select(match => CheckResult.Fine(Name, match.Addresses[0].Host, OnvifWords.Found(match)))];
        }
        catch (IOException error)
        {
            return [new CheckResult(Name, to.ToString(), "cannot-ask", OnvifWords.CannotAsk(error.Message), OnvifWords.SameNetwork)];
        }
    }
}

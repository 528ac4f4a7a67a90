using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>One link to a publisher: what services it has, in the version that it knows.</summary>
internal static class XfsQuestion
{
    /// <exception cref="DeviceFaultException">It does not say.</exception>
    public static async Task<XfsServices> ServicesAsync(XfsTalk talk, CancellationToken ct)
    {
        foreach (var version in (XfsVersion[])[XfsVersion.First, XfsVersion.Older])
        {
            await talk.AskAsync(XfsCommand.GetServices, version, ct).ConfigureAwait(false);
            var answer = await AnswerAsync(talk, ct).ConfigureAwait(false);
            talk.Close();
            if (answer is { Completion.Next: XfsNext.Use, Services: { } services })
            {
                return services;
            }

            if (answer.Completion?.Next == XfsNext.NoAccess)
            {
                throw new DeviceFaultException(FaultKind.Refused, "The publisher wants somebody to log in.");
            }

            if (answer.Completion?.Next is not XfsNext.OtherVersion)
            {
                throw new DeviceFaultException(FaultKind.Busy, $"The publisher does not say what services it has: {answer.Refusal ?? answer.Completion?.Code}.");
            }
        }

        throw new DeviceFaultException(FaultKind.Unsupported, "The publisher knows neither version 2.0 nor 1.0 of ServicePublisher.GetServices.");
    }

    /// <summary>A refused acknowledge is an answer too: there will be no other.</summary>
    private static async Task<XfsMessage> AnswerAsync(XfsTalk talk, CancellationToken ct)
    {
        while (true)
        {
            var message = await talk.NextAsync(Timeout.InfiniteTimeSpan, ct).ConfigureAwait(false);
            if (message is { Kind: XfsMessageKind.Completion } or { Kind: XfsMessageKind.Acknowledge, Refusal: not null })
            {
                return message;
            }
        }
    }
}

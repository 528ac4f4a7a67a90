using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Dds;
using EdgeGateway.Protocol.Hytera.Rrs;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>From presence messages and delivery states to readings (pdt-radio.md sections 5, 9 and 16).</summary>
internal static class RrsReadings
{
    public static IEnumerable<Reading> Of(RrsContent content, RadioEnvelope envelope)
    {
        var received = envelope.Heard.Received;
        var body = content switch
        {
            RrsRegistration => new RadioPresenceBody { State = "online", From = "registration", ValidUntil = PresenceRule.ValidUntil(received, envelope.Via.PresenceValid), LastSeen = received },
            RrsGoingOffline => new RadioPresenceBody { State = "offline", From = "deregistration", LastSeen = received },
            RrsStatusAnswer { State: RrsState.Online } => new RadioPresenceBody { State = "online", From = "poll", LastSeen = received },
            RrsStatusAnswer { State: RrsState.Offline } => new RadioPresenceBody { State = "offline", From = "poll" },
            RrsStatusAnswer => new RadioPresenceBody { State = "unknown", From = "poll" },
            _ => null,
        };
        return body is null ? [] : [envelope.Wrap(body, Lane.Event)];
    }

    /// <summary>What became of a message of ours; of a question about presence it says where the radio is not.</summary>
    public static IEnumerable<Reading> Of(DdsState state, RadioEnvelope envelope)
    {
        if (state is { About: HdapService.Rrs, OriginalOpcode: RrsOpcodes.StatusCheck, Result: not DdsResult.Ok })
        {
            return [envelope.Wrap(new RadioPresenceBody { State = "unreachable", From = "delivery" }, Lane.Event)];
        }

        var body = new RadioDeliveryBody
        {
            Level = "application",
            Result = Outcome(state.Result),
            Code = (int)state.Result,
            CodeName = WireName.Of(state.Result),
            Target = envelope.Via.Who(state.Radio.Id, RadioIdentity.Individual),
        };
        return [envelope.Wrap(body, Lane.Event)];
    }

    /// <summary>What a result means: a radio that does not answer is unreachable, not offline.</summary>
    public static string Outcome(DdsResult result) => result switch
    {
        DdsResult.Ok => "delivered",
        DdsResult.NoAcknowledgement => "unreachable",
        _ => "failed",
    };
}

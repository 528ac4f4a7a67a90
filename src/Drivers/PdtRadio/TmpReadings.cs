using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Tmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>From texts, short data and their acknowledgements to readings (pdt-radio.md sections 7 and 16).</summary>
internal static class TmpReadings
{
    public static IEnumerable<Reading> Of(TmpContent content, RadioEnvelope envelope)
    {
        string request = FormattableString.Invariant($"{content.RequestId:x8}");
        var target = envelope.Via.Who(content.Destination.Id, content.IsGroup ? RadioIdentity.Group : RadioIdentity.Individual);
        yield return content switch
        {
            TmpMessage message => envelope.Wrap(Message(message, request, target), Lane.Event),
            _ => envelope.Wrap(Delivery((TmpAck)content, request, target), Lane.Event),
        };
    }

    /// <summary>What a result means for the text: a radio that does not answer is unreachable, not broken.</summary>
    public static string Outcome(TmpResult result) => result switch
    {
        TmpResult.Ok => "delivered",
        TmpResult.NoAcknowledgement or TmpResult.NoContact => "unreachable",
        _ => "failed",
    };

    private static RadioMessageBody Message(TmpMessage message, string request, RadioIdentity target) => new()
    {
        Target = target,
        Text = message.Text,
        Hex = message.Text is null ? Convert.ToHexStringLower(message.Body.Span) : null,
        RequestId = request,
        Confirmed = message.IsConfirmed,
    };

    private static RadioDeliveryBody Delivery(TmpAck ack, string request, RadioIdentity target) => new()
    {
        RequestId = request,
        Level = "application",
        Result = Outcome(ack.Result),
        Code = (int)ack.Result,
        CodeName = WireName.Of(ack.Result),
        Target = target,
    };
}

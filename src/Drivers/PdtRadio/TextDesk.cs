using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Dds;
using EdgeGateway.Protocol.Hytera.Tmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>
/// Sends texts and follows them (pdt-radio.md section 7): the radio at hand having one is not the far radio having it. A text is
/// noted on disk before it is sent, so that an answer which comes after a restart still finds its order.
/// </summary>
internal sealed class TextDesk(RadioParts parts)
{
    /// <summary>How often a text goes out again, under the same request id, when the far radio says nothing.</summary>
    public const int Retries = 3;

    public async ValueTask<CommandOutcome> SendAsync(string command, TextOrder order, CancellationToken ct)
    {
        var text = new OpenText(command, parts.Texts.NextRequest(), order.To, order.Group, parts.Time.GetUtcNow().ToUnixTimeMilliseconds());
        try
        {
            await NoteAsync(text, ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            return CommandOutcome.Failed("not-stored");
        }

        try
        {
            return await SendAsync(text, Message(text, order), ct).ConfigureAwait(false);
        }
        catch (RadioLinkException never)
        {
            await ForgetAsync(text).ConfigureAwait(false);
            return CommandOutcome.Failed(never.Reason);
        }
        catch (DeviceFaultException)
        {
            // Nobody at hand acknowledged it; it may be on the air all the same.
            return CommandOutcome.Unknown("no-transport-acknowledgement");
        }
    }

    /// <summary>The text that an acknowledgement of a far radio belongs to, or null.</summary>
    public OpenText? Find(TmpAck ack) => parts.Texts.Find(ack.RequestId, ack.Destination.Id);

    /// <summary>
    /// The only text that a delivery state can mean. It names no request: an acknowledgement of ours that was not delivered says
    /// nothing of a text, and of several texts to one radio nobody knows which one it was.
    /// </summary>
    public OpenText? Find(DdsState told)
    {
        bool isAboutAText = (TmpCode)(told.OriginalOpcode & 0xFF) is TmpCode.PrivateText or TmpCode.PrivateData;
        OpenText[] open = isAboutAText ? [.. parts.Texts.Open().Where(text => text.Radio == told.Radio.Id && !text.Group)] : [];
        return open is [var only] ? only : null;
    }

    /// <summary>
    /// What became of it is safe, and a stop does not come between: it would be told of again. Where the memory refuses, it is told
    /// of once more when its time is over.
    /// </summary>
    public async Task ForgetAsync(OpenText text)
    {
        try
        {
            await parts.Texts.RemoveAsync(text, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            parts.Watch.Fault(FaultKind.Busy, LinkFaults.NotSafe);
        }
    }

    /// <summary>Tells of those that nobody will answer any more, each once.</summary>
    public async Task GiveUpOldAsync(CancellationToken ct)
    {
        foreach (var text in parts.Texts.Old())
        {
            await GiveUpAsync(text, ct).ConfigureAwait(false);
        }
    }

    private async Task NoteAsync(OpenText text, CancellationToken ct)
    {
        if (parts.Texts.TooMany() is { } oldest)
        {
            await GiveUpAsync(oldest, ct).ConfigureAwait(false);
        }

        await parts.Texts.AddAsync(text, ct).ConfigureAwait(false);
    }

    private async Task GiveUpAsync(OpenText text, CancellationToken ct)
    {
        await parts.EmitAsync(Delivery(text, "application", "unknown"), ct).ConfigureAwait(false);
        await parts.Texts.RemoveAsync(text, CancellationToken.None).ConfigureAwait(false);
    }

    private Reading Delivery(OpenText text, string level, string result)
    {
        var target = new RadioIdentity(
            text.Radio, text.Group ? RadioIdentity.Group : RadioIdentity.Individual, parts.Options.Site.Numbers.NumberOf(text.Radio, text.Group));
        var body = new RadioDeliveryBody
        {
            CommandId = text.Command,
            RequestId = FormattableString.Invariant($"{text.Request:x8}"),
            Level = level,
            Result = result,
            Target = target,
        };

        // One text has one fate a level, also when the gateway fell between the disk and the memory.
        return parts.Readings.Delivery(text.Group ? null : text.Radio, parts.Time.GetUtcNow(), body) with
        {
            RepeatKey = FormattableString.Invariant($"text/{text.Command}/{text.Request:x8}/{level}/{result}"),
        };
    }

    private HdapMessage Message(OpenText text, TextOrder order)
    {
        var to = new RadioIp(order.Group ? (byte)0 : parts.Options.Subnet, order.To);
        return TmpMessage.OfText(order.Group, confirmed: !order.Group, text.Request, to, parts.Link.Own ?? default, order.Text).ToMessage();
    }

    private async ValueTask<CommandOutcome> SendAsync(OpenText text, HdapMessage message, CancellationToken ct)
    {
        var route = new RadioRoute(new RadioIp(parts.Options.Subnet, text.Radio), text.Group, parts.SlotOf(text.Radio));
        using var answer = parts.Board.Ask(RadioQuestions.TextKey(text.Request, text.Radio));
        for (int attempt = 0; attempt <= Retries; attempt++)
        {
            bool acknowledged = await SendAsync(message, route, isFirst: attempt == 0, ct).ConfigureAwait(false);
            if (acknowledged && attempt == 0)
            {
                await parts.TellAsync(Delivery(text, "transport", "delivered"), ct).ConfigureAwait(false);
            }

            if (text.Group)
            {
                await ForgetAsync(text).ConfigureAwait(false);
                return acknowledged ? CommandOutcome.Done("transport-only") : CommandOutcome.Unknown("not-acknowledged");
            }

            if (await answer.WaitAsync(parts.Options.AnswerTimeout, parts.Time, ct).ConfigureAwait(false) is { } heard)
            {
                return Outcome(heard);
            }

            parts.Watch.Fault(FaultKind.Silent, LinkFaults.NoReply);
        }

        return CommandOutcome.Unknown("no-answer");
    }

    private async Task<bool> SendAsync(HdapMessage message, RadioRoute route, bool isFirst, CancellationToken ct)
    {
        try
        {
            return await parts.Link.SendAsync(message, route, ct).ConfigureAwait(false);
        }
        catch (RadioLinkException) when (!isFirst)
        {
            // The copy before it went out, and may be answered still.
            return false;
        }
    }

    private static CommandOutcome Outcome(HdapContent heard) => heard switch
    {
        TmpAck { Result: TmpResult.Ok } => CommandOutcome.Done(),
        TmpAck { Result: TmpResult.NoAcknowledgement } => CommandOutcome.Failed(RadioCommands.Unreachable),
        TmpAck ack => CommandOutcome.Failed(FormattableString.Invariant($"result-{(byte)ack.Result}")),
        _ => CommandOutcome.Failed(RadioCommands.Unreachable),
    };
}

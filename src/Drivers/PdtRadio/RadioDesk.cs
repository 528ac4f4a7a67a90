using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Dds;
using EdgeGateway.Protocol.Hytera.Rcp;
using EdgeGateway.Protocol.Hytera.Rrs;
using EdgeGateway.Protocol.Hytera.Tmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Takes each message that comes in: an answer finds its question, a reading gets onto the disk once, a radio gets its answer.</summary>
internal sealed class RadioDesk(RadioParts parts, PresenceDesk presence, TextDesk texts, EmergencyDesk emergencies)
{
    /// <summary>As <see cref="HdapTaker"/>.</summary>
    public async Task<HdapTaken> TakeAsync(HdapMessage message, RadioRoute route, CancellationToken ct)
    {
        var heard = new Heard(message, HdapContent.Read(message), parts.Time.GetUtcNow(), route.Slot, parts.Readings.OwnId);
        Count(heard);
        await LearnAsync(heard.Content, ct).ConfigureAwait(false);
        if (RadioKeys.RadioOf(heard) is > 0 and var radio)
        {
            parts.Network.Presence.Seen((int)radio, heard.Slot, parts.Device);
        }

        // A far radio's answer ends a wait even while the disk is slow: the text would only go out again.
        bool isReply = heard.Content is RcpContent;
        if (!isReply)
        {
            Offer(heard);
        }

        var answers = await TakeAsync(heard, ct).ConfigureAwait(false);
        return new HdapTaken(answers, isReply ? () => Offer(heard) : null);
    }

    private void Offer(Heard heard)
    {
        if (RadioQuestions.KeyOf(heard.Content, heard.Slot) is { } key)
        {
            parts.Board.Offer(key, heard.Content);
        }
    }

    private async Task<IReadOnlyList<HdapMessage>> TakeAsync(Heard heard, CancellationToken ct)
    {
        switch (heard.Content)
        {
            case RrsRegistration asked:
                return [await presence.RegisterAsync(asked, ReadingOf(heard), ct).ConfigureAwait(false)];
            case RrsGoingOffline told:
                await presence.GoOfflineAsync(told, ReadingOf(heard), ct).ConfigureAwait(false);
                return [];
            case RrsStatusAnswer told:
                await presence.AnsweredAsync(told, ReadingOf(heard), ct).ConfigureAwait(false);
                return [];
            case DdsState { About: HdapService.Rrs, OriginalOpcode: RrsOpcodes.StatusCheck, Result: not DdsResult.Ok } told:
                await presence.UndeliveredAsync(told, ReadingOf(heard), ct).ConfigureAwait(false);
                return [];
            case DdsState { About: HdapService.Tmp, Result: not DdsResult.Ok } told:
                await UndeliveredAsync(heard, texts.Find(told), ct).ConfigureAwait(false);
                return [];
            case TmpAck ack:
                await CloseAsync(heard, texts.Find(ack), ct).ConfigureAwait(false);
                return [];
            case TmpMessage text:
                await OnceAsync(heard, null, ct).ConfigureAwait(false);
                return Answer(text);
            default:
                await (parts.Readings.IsSign(heard.Content) ? emergencies.InTurnAsync(() => OnceAsync(heard, null, ct), ct) : OnceAsync(heard, null, ct)).ConfigureAwait(false);
                return [];
        }
    }

    private Reading ReadingOf(Heard heard) => parts.Readings.Of(heard.Message, heard.Received, heard.Slot)[0];

    private Task UndeliveredAsync(Heard heard, OpenText? text, CancellationToken ct)
    {
        if (text is not null)
        {
            parts.Board.Offer(RadioQuestions.TextKey(text.Request, text.Radio), heard.Content);
        }

        return CloseAsync(heard, text, ct);
    }

    /// <summary>What became of a text of ours: its order is named, and it is forgotten only when that is safe.</summary>
    private async Task CloseAsync(Heard heard, OpenText? text, CancellationToken ct)
    {
        await OnceAsync(heard, text, ct).ConfigureAwait(false);
        if (text is not null)
        {
            await texts.ForgetAsync(text).ConfigureAwait(false);
        }
    }

    private async Task OnceAsync(Heard heard, OpenText? text, CancellationToken ct)
    {
        if (parts.Readings.KeyOf(heard.Message, heard.Slot) is not { } key)
        {
            await MakeSafeAsync(heard, text, ct).ConfigureAwait(false);
        }
        else if (!await parts.Network.Repeats.OnceAsync(key, () => MakeSafeAsync(heard, text, ct), ct).ConfigureAwait(false))
        {
            parts.Watch.Fault(FaultKind.Silent, LinkFaults.Duplicate);
        }
    }

    private async Task MakeSafeAsync(Heard heard, OpenText? text, CancellationToken ct)
    {
        var readings = Named(parts.Readings.Of(heard.Message, heard.Received, heard.Slot), text);
        await EmitAsync(heard, readings, ct).ConfigureAwait(false);
        if (readings.Any(reading => reading.Body is RadioEmergencyBody))
        {
            await emergencies.RememberAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Several readings of one message go to the disk together, in their order.</summary>
    private async Task EmitAsync(Heard heard, IReadOnlyList<Reading> readings, CancellationToken ct)
    {
        await Task.WhenAll([.. readings.Select(reading => parts.EmitAsync(reading, ct))]).ConfigureAwait(false);
        parts.Readings.Told(heard.Message, heard.Received, heard.Slot, readings);
    }

    private static IReadOnlyList<Reading> Named(IReadOnlyList<Reading> readings, OpenText? text) => text is null
        ? readings
        : [.. readings.Select(reading => reading.Body is RadioDeliveryBody delivery ? reading with { Body = delivery with { CommandId = text.Command } } : reading)];

    private IReadOnlyList<HdapMessage> Answer(TmpMessage text)
    {
        bool ours = parts.Options.TextAnswers switch
        {
            TextAnswers.All => true,
            TextAnswers.Own => parts.Link.Own is { } own && own.Id == text.Destination.Id,
            _ => false,
        };
        return text is { IsConfirmed: true, IsGroup: false } && ours ? [text.Acknowledge(TmpResult.Ok).ToMessage()] : [];
    }

    private Task LearnAsync(HdapContent content, CancellationToken ct) =>
        content is RcpReadIdReply { Result: 0, What: RcpIdKind.Id, Radio.Id: > 0 and var own } && parts.Readings.OwnId != own ? emergencies.NameOwnAsync(own, ct) : Task.CompletedTask;

    private void Count(Heard heard)
    {
        if (!heard.Message.IsVerified)
        {
            parts.Watch.Fault(FaultKind.Garbled, LinkFaults.Unverified);
        }

        if (heard.Content is UnreadContent unread)
        {
            parts.Watch.Fault(unread.Fault is null ? FaultKind.Unsupported : FaultKind.Garbled, unread.Fault is null ? LinkFaults.NotKnown : LinkFaults.BadHdap);
        }
    }
}

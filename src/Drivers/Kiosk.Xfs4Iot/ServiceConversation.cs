using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>One link to one service, from its beginning to its end: asks what is due, one at a time, and takes what comes (kiosk.md sections 1.2 to 1.4 and 2.3).</summary>
internal sealed class ServiceConversation(DriverContext context, Xfs4IotOptions options, string module, KioskDesk desk, XfsTalk talk)
{
    /// <summary>Commands queue in the service, behind what a customer does there; a second one would queue too.</summary>
    private static readonly TimeSpan s_longestAnswer = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan s_leastPatience = TimeSpan.FromMilliseconds(10);

    private readonly ServiceManners _manners = options.Manners.Of(module);
    private readonly ServiceAgenda _agenda = new(context, options, options.Manners.Of(module));
    private long _statusSeen = context.Time.GetTimestamp();
    private bool _hasStatus;
    private bool _isSilent;

    private TimeSpan StatusAge => context.Time.GetElapsedTime(_statusSeen);

    /// <exception cref="DeviceFaultException">The link is over, or dead.</exception>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            await AskAsync(ct).ConfigureAwait(false);
            var message = await talk.NextAsync(Patience(), ct).ConfigureAwait(false);
            if (message is not null)
            {
                await TakeAsync(message, ct).ConfigureAwait(false);
            }

            await WatchAsync(message is null, ct).ConfigureAwait(false);
        }
    }

    private async Task AskAsync(CancellationToken ct)
    {
        if (talk.Open is null && _agenda.Next() is { Command: { } command, Wait: var wait } && wait <= TimeSpan.Zero)
        {
            _agenda.Asked(command);
            await talk.AskAsync(command, _manners.Version(command), ct).ConfigureAwait(false);
        }
    }

    private TimeSpan Patience()
    {
        TimeSpan[] all =
        [
            options.Silence - talk.Silence,
            talk.Open is null ? _agenda.Next().Wait : s_longestAnswer - talk.Waiting,
            _isSilent || _agenda.IsWithoutStatus ? options.StatusSilence : options.StatusSilence - StatusAge,
        ];
        var least = all.Min();
        return least > s_leastPatience ? least : s_leastPatience;
    }

    private async Task TakeAsync(XfsMessage message, CancellationToken ct)
    {
        if (message is { Kind: XfsMessageKind.Unsolicited, Fact: { } fact })
        {
            AskSoon(fact);
            await desk.TakeAsync(module, fact, ct).ConfigureAwait(false);
        }
        else if (message is { Kind: XfsMessageKind.Acknowledge, Refusal: not null })
        {
            context.Watch.Fault(FaultKind.Busy, "command-refused");
            _agenda.Failed(Closed());
        }
        else if (message is { Kind: XfsMessageKind.Completion, Completion: { } completion })
        {
            await EndAsync(Closed(), completion, message, ct).ConfigureAwait(false);
        }
    }

    private void AskSoon(XfsFact fact)
    {
        if (fact.AsksStatus)
        {
            _agenda.StatusSoon();
        }

        if (fact.AsksStorage)
        {
            _agenda.StorageSoon();
        }
    }

    private XfsCommand Closed()
    {
        var command = talk.Open!.Command;
        talk.Close();
        return command;
    }

    private async Task EndAsync(XfsCommand command, XfsCompletion completion, XfsMessage message, CancellationToken ct)
    {
        switch (completion.Next)
        {
            case XfsNext.Use:
                await UseAsync(command, message, ct).ConfigureAwait(false);
                break;
            case XfsNext.OtherVersion when _manners.StepDown(command):
                _agenda.AskAnew(command);
                break;
            case XfsNext.OtherVersion:
                GiveUp(command, FaultKind.Unsupported, "command-not-offered");
                break;
            case XfsNext.NoAccess:
                GiveUp(command, FaultKind.Refused, "command-not-allowed");
                break;
            case XfsNext.Trouble:
                _agenda.Failed(command);
                await desk.TakeTroubleAsync(module, completion.Code, ct).ConfigureAwait(false);
                break;
            default:
                context.Watch.Fault(completion.Next == XfsNext.Later ? FaultKind.Busy : FaultKind.Garbled, completion.Next == XfsNext.Later ? "command-later" : "command-called-wrong");
                _agenda.Failed(command);
                break;
        }

        await SettleAsync(ct).ConfigureAwait(false);
    }

    private void GiveUp(XfsCommand command, FaultKind kind, string reason)
    {
        context.Watch.Fault(kind, reason);
        _agenda.GiveUp(command);
    }

    private async Task UseAsync(XfsCommand command, XfsMessage message, CancellationToken ct)
    {
        if (message.Capabilities is { } capabilities)
        {
            _manners.Learn(capabilities);
            desk.Learn(module, capabilities.Class);
        }

        _agenda.Answered(command, message.Capabilities);
        if (message.Status is { } status)
        {
            (_statusSeen, _hasStatus, _isSilent) = (context.Time.GetTimestamp(), true, false);
            await desk.TakeAsync(module, status, ct).ConfigureAwait(false);
        }

        if (message.Storage is { } storage)
        {
            await desk.TakeAsync(module, storage, ct).ConfigureAwait(false);
        }
    }

    /// <summary>What is asked first is known: now it can be told how the service is.</summary>
    private async Task SettleAsync(CancellationToken ct)
    {
        if (_agenda.IsThrough && (_hasStatus || _agenda.IsWithoutStatus))
        {
            await desk.SettleAsync(module, ct).ConfigureAwait(false);
        }
    }

    /// <summary>While something waits to be read nobody is silent: it may be the answer, and it was us who were slow.</summary>
    private async Task WatchAsync(bool isQuiet, CancellationToken ct)
    {
        if (isQuiet && talk.Silence >= options.Silence)
        {
            throw new DeviceFaultException(FaultKind.Silent, $"Nothing came for {options.Silence.TotalSeconds:0} s.");
        }

        if (talk.Open is not null && talk.Waiting >= s_longestAnswer)
        {
            throw new DeviceFaultException(FaultKind.Silent, $"A command was not answered for {s_longestAnswer.TotalMinutes:0} min.");
        }

        if (!_isSilent && !_agenda.IsWithoutStatus && StatusAge >= (isQuiet ? options.StatusSilence : 2 * options.StatusSilence))
        {
            _isSilent = true;
            context.Watch.Fault(FaultKind.Silent, "status-silent");
            await desk.LoseAsync(module, ct).ConfigureAwait(false);
        }
    }
}

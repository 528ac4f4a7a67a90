using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Rcp;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>What every link to radios does above its transport: readings, presence, texts, orders.</summary>
internal sealed class RadioConversation
{
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_replyPatience = TimeSpan.FromSeconds(3);

    private readonly RadioParts _parts;
    private readonly PresenceDesk _presence;
    private readonly TextDesk _texts;
    private readonly RadioDesk _desk;
    private readonly RadioCommands _commands;

    /// <param name="context">Of the host.</param>
    /// <param name="options">Of the device.</param>
    /// <param name="driver">Name of the driver.</param>
    /// <param name="link">The way to the radio or repeater.</param>
    public RadioConversation(DriverContext context, RadioLinkOptions options, string driver, IRadioLink link)
    {
        _parts = new RadioParts(context, options, driver, link);
        _presence = new PresenceDesk(_parts);
        _texts = new TextDesk(_parts);
        var emergencies = new EmergencyDesk(_parts);
        _desk = new RadioDesk(_parts, _presence, _texts, emergencies);
        _commands = new RadioCommands(_parts, _texts, emergencies);
    }

    /// <summary>Address of the radio at hand; null while it did not say.</summary>
    public int? OwnId => (int?)_parts.Readings.OwnId;

    /// <summary>Where readings go from now on.</summary>
    public void Open(IReadingSink sink) => _parts.Open(sink);

    /// <summary>As <see cref="HdapTaker"/>.</summary>
    public Task<HdapTaken> TakeAsync(HdapMessage message, RadioRoute route, CancellationToken ct) => _desk.TakeAsync(message, route, ct);

    public ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct) => _commands.ExecuteAsync(command, ct);

    /// <summary>Watches what time does: registrations that run out, texts that nobody answers. Until it is stopped.</summary>
    public Task RunAsync(CancellationToken ct) => SideBySide.RunAsync(ct, TickAsync, CheckSilentAsync);

    /// <summary>Asks the radio at hand something.</summary>
    /// <returns>Its reply; null, counted, when it acknowledged and said nothing.</returns>
    public async Task<HdapContent?> AskAsync(RcpContent question, RadioRoute route, CancellationToken ct)
    {
        using var answer = _parts.Board.Ask(RadioQuestions.ReplyKey(RadioQuestions.ReplyTo(question.Kind), route.Slot));
        await _parts.Link.SendAsync(question.ToMessage(), route, ct).ConfigureAwait(false);
        var reply = await answer.WaitAsync(s_replyPatience, _parts.Time, ct).ConfigureAwait(false);
        if (reply is null)
        {
            _parts.Watch.Fault(FaultKind.Silent, LinkFaults.NoReply);
        }

        return reply;
    }

    /// <summary>Has the radio at hand tell something from now on.</summary>
    /// <returns>False when it said nothing or refused, both counted: it will not tell, and is to be asked again.</returns>
    public async Task<bool> SwitchAsync(RcpContent question, RadioRoute route, CancellationToken ct)
    {
        var reply = await AskAsync(question, route, ct).ConfigureAwait(false);
        if (reply is not (null or RcpResult { Result: 0 }))
        {
            _parts.Watch.Fault(FaultKind.Unsupported, LinkFaults.NotGranted);
        }

        return reply is RcpResult { Result: 0 };
    }

    private async Task TickAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await _presence.ExpireAsync(ct).ConfigureAwait(false);
                await _texts.GiveUpOldAsync(ct).ConfigureAwait(false);
            }
            catch (StoreRefusedException)
            {
                // Nothing was changed: it is told when the disk takes readings again.
            }

            await Task.Delay(s_tick, _parts.Time, ct).ConfigureAwait(false);
        }
    }

    /// <summary>One radio at a time: a channel is narrow, and a burst of silent radios must not fill it.</summary>
    private async Task CheckSilentAsync(CancellationToken ct)
    {
        while (true)
        {
            if (_presence.TakeToCheck() is { } silent)
            {
                await CheckAsync(silent.Radio, ct).ConfigureAwait(false);
            }
            else
            {
                await Task.Delay(s_tick, _parts.Time, ct).ConfigureAwait(false);
            }
        }
    }

    private async Task CheckAsync(int radio, CancellationToken ct)
    {
        try
        {
            if (await _commands.CheckAsync(radio, ct).ConfigureAwait(false) is null)
            {
                await _presence.CheckFailedAsync(radio, ct).ConfigureAwait(false);
            }
        }
        catch (RadioLinkException)
        {
            // Nobody can be asked on this link; silence stays unknown.
            _presence.CannotCheck(radio);
        }
        catch (StoreRefusedException)
        {
            await Task.Delay(s_tick, _parts.Time, ct).ConfigureAwait(false);
        }
    }
}

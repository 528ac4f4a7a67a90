using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Dds;
using EdgeGateway.Protocol.Hytera.Rrs;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>
/// The gateway is the registration server (pdt-radio.md section 5): registrations are answered when their reading is safe, silence
/// becomes <c>unknown</c>, and only two status checks without an answer become <c>offline</c>.
/// </summary>
/// <param name="parts">Only the radios that this device heard last are its own to watch.</param>
internal sealed class PresenceDesk(RadioParts parts)
{
    private PresenceRegister Register => parts.Network.Presence;

    private TimeSpan Valid => parts.Options.RegistrationValid;

    /// <returns>The answer, the same for every copy.</returns>
    public async Task<HdapMessage> RegisterAsync(RrsRegistration asked, Reading says, CancellationToken ct)
    {
        if (Register.IsRepeat(asked.Radio.Id, PresenceStates.Online, PresenceStates.Registration))
        {
            Register.Prolong(asked.Radio.Id, Valid);
        }
        else
        {
            await SayAsync(asked.Radio.Id, PresenceStates.Online, PresenceStates.Registration, says, ct).ConfigureAwait(false);
        }

        return new RrsRegistrationAnswer(asked.Radio, RrsResult.Success, (uint)Valid.TotalSeconds).ToMessage();
    }

    public async Task GoOfflineAsync(RrsGoingOffline told, Reading says, CancellationToken ct)
    {
        if (!Register.IsRepeat(told.Radio.Id, PresenceStates.Offline, PresenceStates.Deregistration))
        {
            await SayAsync(told.Radio.Id, PresenceStates.Offline, PresenceStates.Deregistration, says, ct).ConfigureAwait(false);
        }
    }

    /// <summary>It answered a status check; that is told only when it changes something.</summary>
    public async Task AnsweredAsync(RrsStatusAnswer told, Reading says, CancellationToken ct)
    {
        string? state = told.State switch
        {
            RrsState.Online => PresenceStates.Online,
            RrsState.Offline => PresenceStates.Offline,
            _ => null,
        };
        if (state == PresenceStates.Online && Register.Find(told.Radio.Id)?.State == state)
        {
            Register.Prolong(told.Radio.Id, Valid);
        }
        else if (state is not null && Register.Find(told.Radio.Id)?.State != state)
        {
            await SayAsync(told.Radio.Id, state, PresenceStates.Poll, says, ct).ConfigureAwait(false);
        }
    }

    /// <summary>A status check of ours could not be delivered: that is not the same as offline.</summary>
    public async Task UndeliveredAsync(DdsState told, Reading says, CancellationToken ct)
    {
        if (Register.Find(told.Radio.Id)?.State != PresenceStates.Unreachable)
        {
            await SayAsync(told.Radio.Id, PresenceStates.Unreachable, PresenceStates.Delivery, says, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Says of every radio whose time and grace are over that nothing is known of it any more.</summary>
    public async Task ExpireAsync(CancellationToken ct)
    {
        foreach (var silent in Register.Expired(parts.Device).Where(one => Register.IsExpired(one.Radio, parts.Device)))
        {
            await SayAsync(silent.Radio, PresenceStates.Unknown, PresenceStates.Silence, null, ct).ConfigureAwait(false);
        }
    }

    /// <returns>The silent radio that is to be asked now, or null.</returns>
    public PresenceRecord? TakeToCheck() => Register.TakeToCheck(parts.Device);

    /// <summary>It did not answer a status check.</summary>
    public async Task CheckFailedAsync(int radio, CancellationToken ct)
    {
        if (Register.CheckFailed(radio) >= PresenceRegister.ChecksUntilOffline)
        {
            await SayAsync(radio, PresenceStates.Offline, PresenceStates.Poll, null, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Nobody can ask it on this link.</summary>
    public void CannotCheck(int radio) => Register.CannotCheck(radio);

    /// <param name="radio">Whose presence.</param>
    /// <param name="state">One of <see cref="PresenceStates"/>.</param>
    /// <param name="from">What says so.</param>
    /// <param name="says">The reading of the message that says so; null when no message does.</param>
    /// <param name="ct">Stops.</param>
    private Task SayAsync(int radio, string state, string from, Reading? says, CancellationToken ct)
    {
        var before = Register.Find(radio);
        var planned = Register.Plan(radio, state, from, state == PresenceStates.Online ? Valid : null, parts.Device);
        var reading = says is null ? Conclude(planned) : Mark(says, planned, before);
        string key = FormattableString.Invariant($"presence/{radio}/{state}/{from}/{planned.Version}");
        return parts.Network.Repeats.OnceAsync(key, () => MakeSafeAsync(reading, planned, ct), ct);
    }

    private async Task MakeSafeAsync(Reading reading, PresenceRecord planned, CancellationToken ct)
    {
        Register.Begin(planned.Radio);
        try
        {
            await parts.EmitAsync(reading, ct).ConfigureAwait(false);
            Register.Keep(planned);
        }
        finally
        {
            Register.End(planned.Radio);
        }
    }

    private Reading Conclude(PresenceRecord planned) => parts.Readings.Presence(
        planned.Radio,
        parts.Time.GetUtcNow(),
        new RadioPresenceBody { State = planned.State!, From = planned.From, ValidUntil = planned.ValidUntil, LastSeen = planned.LastSeen, Slot = planned.Slot });

    /// <remarks>The same message after another state is no repeat: a radio that registers, leaves and registers again within two minutes has come back.</remarks>
    private static Reading Mark(Reading says, PresenceRecord planned, PresenceRecord? before) => says with
    {
        RepeatKey = FormattableString.Invariant($"{says.RepeatKey}\n{(before?.State is null ? 0 : before.Since.ToUnixTimeMilliseconds())}"),
        Body = ((RadioPresenceBody)says.Body) with { ValidUntil = planned.ValidUntil, LastSeen = planned.LastSeen },
    };
}

using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Dds;
using EdgeGateway.Protocol.Hytera.Lp;
using EdgeGateway.Protocol.Hytera.Rrs;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Carries out orders. Done only when the far radio has confirmed it.</summary>
internal sealed class RadioCommands(RadioParts parts, TextDesk texts, EmergencyDesk emergencies)
{
    /// <summary>The far radio was not reached: off, busy or out of coverage, which is nobody's fault.</summary>
    public const string Unreachable = "unreachable";

    private const string BadArguments = "bad-arguments";

    public async ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct)
    {
        try
        {
            return await BeginAsync(command, ct).ConfigureAwait(false);
        }
        catch (RadioLinkException never)
        {
            return CommandOutcome.Failed(never.Reason);
        }
    }

    private ValueTask<CommandOutcome> BeginAsync(DeviceCommand command, CancellationToken ct)
    {
        var numbers = parts.Options.Site.Numbers;
        return command.Name switch
        {
            RadioCommandNames.SendText => RadioOrder.Text(command.Args, numbers) is { } text ? texts.SendAsync(command.Id, text, ct) : Bad(),
            RadioCommandNames.RequestPosition => RadioOrder.Radio(command.Args, numbers) is { } radio ? PositionAsync(radio, ct) : Bad(),
            RadioCommandNames.PollPresence => RadioOrder.Radio(command.Args, numbers) is { } radio ? PresenceAsync(radio, ct) : Bad(),
            RadioCommandNames.ClearEmergency => RadioOrder.TryCaller(command.Args, numbers, out int? caller) ? emergencies.ClearAsync(caller, $"{command.Name} {command.Id}", ct) : Bad(),
            _ => ValueTask.FromResult(CommandOutcome.Failed("unsupported")),
        };
    }

    /// <summary>Asks once whether a radio is there.</summary>
    /// <returns>Its answer, or a word that it was not reached; null when nothing came.</returns>
    public Task<HdapContent?> CheckAsync(int radio, CancellationToken ct)
    {
        var to = new RadioIp(parts.Options.Subnet, radio);
        return AskAsync(new RrsStatusCheck(to), to, 0, ct, RadioQuestions.StatusKey(radio), RadioQuestions.UndeliveredKey(HdapService.Rrs, radio));
    }

    private static ValueTask<CommandOutcome> Bad() => ValueTask.FromResult(CommandOutcome.Failed(BadArguments));

    private async ValueTask<CommandOutcome> PositionAsync(int radio, CancellationToken ct)
    {
        uint request = parts.Texts.NextRequest();
        var to = new RadioIp(parts.Options.Subnet, radio);
        return await AskAsync(
            new LpImmediateRequest(request, to), to, TextDesk.Retries, ct, RadioQuestions.PositionKey(request), RadioQuestions.UndeliveredKey(HdapService.Lp, radio)).ConfigureAwait(false) switch
        {
            null => CommandOutcome.Unknown("no-answer"),
            LpReport { Result: null or LpResults.Ok } => CommandOutcome.Done(),
            LpReport report => CommandOutcome.Failed(FormattableString.Invariant($"result-{report.Result}")),
            _ => CommandOutcome.Failed(Unreachable),
        };
    }

    private async ValueTask<CommandOutcome> PresenceAsync(int radio, CancellationToken ct) => await CheckAsync(radio, ct).ConfigureAwait(false) switch
    {
        null => CommandOutcome.Unknown("no-answer"),
        RrsStatusAnswer { State: RrsState.Online } => CommandOutcome.Done(PresenceStates.Online),
        RrsStatusAnswer { State: RrsState.Offline } => CommandOutcome.Done(PresenceStates.Offline),
        RrsStatusAnswer other => CommandOutcome.Done(FormattableString.Invariant($"state-{(byte)other.State}")),
        _ => CommandOutcome.Failed(Unreachable),
    };

    /// <summary>A question may be asked again under the same id: the radio answers it once.</summary>
    private async Task<HdapContent?> AskAsync(HdapContent question, RadioIp to, int retries, CancellationToken ct, params IReadOnlyList<string> keys)
    {
        using var answer = parts.Board.Ask(keys);
        for (int attempt = 0; attempt <= retries; attempt++)
        {
            await parts.Link.SendAsync(question.ToMessage(), new RadioRoute(to, Slot: parts.SlotOf(to.Id)), ct).ConfigureAwait(false);
            if (await answer.WaitAsync(parts.Options.AnswerTimeout, parts.Time, ct).ConfigureAwait(false) is { } heard)
            {
                return heard;
            }

            parts.Watch.Fault(FaultKind.Silent, LinkFaults.NoReply);
        }

        return null;
    }
}

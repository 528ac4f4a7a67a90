using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Snmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.PdtRadio.HyteraSnmp;

/// <summary>Asks all objects of a repeater once.</summary>
internal sealed class RepeaterRound(SnmpPeer peer, IDeviceWatch watch, IReadOnlyList<RepeaterObject> objects)
{
    private readonly ObjectRound _round = new(peer, watch);

    /// <exception cref="DeviceFaultException">It does not answer, does not let us in, or is no such repeater.</exception>
    public async Task<RepeaterAnswers> AskAsync(CancellationToken ct)
    {
        var told = await _round.AskAsync([.. objects.Select(one => one.Id)], ct).ConfigureAwait(false);
        var answers = new RepeaterAnswers { FirstId = told.FirstId };
        foreach (var one in objects)
        {
            answers.Add(one, told[one.Id].Value, told[one.Id].Refusal);
        }

        return answers;
    }

    /// <summary>Whether the agent is such a repeater at all.</summary>
    /// <exception cref="DeviceFaultException">As <see cref="AskAsync"/>.</exception>
    public async Task GreetAsync(CancellationToken ct)
    {
        if (!await _round.HasAsync(RepeaterMib.Root, ct).ConfigureAwait(false))
        {
            throw new DeviceFaultException(FaultKind.Unsupported, $"It answers SNMP and has nothing below {RepeaterMib.Root}: another device than a Hytera repeater, or its view is closed.");
        }
    }
}

using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.PdtRadio.HyteraSnmp;

/// <summary>What one round brought.</summary>
internal sealed class RepeaterAnswers
{
    private readonly Dictionary<RepeaterObject, (SnmpValue? Value, string? Refusal)> _answers = [];

    /// <summary>Request id of the first answered question: it names the round.</summary>
    public int? FirstId { get; set; }

    /// <summary>In the order of the MIB table.</summary>
    public IEnumerable<(RepeaterObject Object, SnmpValue? Value, string? Refusal)> All =>
        RepeaterMib.Objects.Where(_answers.ContainsKey).Select(one => (one, _answers[one].Value, _answers[one].Refusal));

    public void Add(RepeaterObject about, SnmpValue? value, string? refusal) => _answers[about] = (value, refusal);
}

using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Snmp;

/// <summary>What became of one object of a round: it has a value or a refusal, never both.</summary>
/// <param name="Value">As the agent told it.</param>
/// <param name="Refusal"><see cref="Unsupported"/> or <see cref="Invalid"/>.</param>
internal readonly record struct ObjectAnswer(SnmpValue? Value, string? Refusal)
{
    /// <summary>The agent does not have it.</summary>
    public const string Unsupported = "unsupported";

    /// <summary>It has it and cannot tell.</summary>
    public const string Invalid = "invalid";
}

/// <summary>What one round brought.</summary>
internal sealed class ObjectAnswers
{
    private readonly Dictionary<ObjectId, ObjectAnswer> _answers = [];

    /// <summary>Request id of the first answered question: it names the round.</summary>
    public int? FirstId { get; set; }

    public ObjectAnswer this[ObjectId id] => _answers.GetValueOrDefault(id, new ObjectAnswer(null, ObjectAnswer.Invalid));

    public void Add(ObjectId id, SnmpValue? value, string? refusal) => _answers[id] = new ObjectAnswer(value, refusal);
}

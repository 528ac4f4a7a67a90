namespace EdgeGateway.Protocol.Vda5050;

/// <summary>One entry of <c>errors</c>, there as long as the error is.</summary>
/// <param name="Type">Its name.</param>
/// <param name="Level"><c>WARNING</c>, <c>URGENT</c>, <c>CRITICAL</c>, <c>FATAL</c>, or what a later version invents.</param>
/// <param name="Description">For people; may change while the error stands.</param>
/// <param name="References">Key and value of what it is about.</param>
public sealed record VdaError(string Type, string Level, string? Description, IReadOnlyList<(string Key, string Value)> References)
{
    public const string Warning = "WARNING";

    /// <summary>What makes it the same error in the next list.</summary>
    public string Key { get; } = string.Join('\n', References.Select(one => $"{one.Key}={one.Value}").Order(StringComparer.Ordinal).Prepend(Type));

    /// <summary>How grave it is against others under the same key; a level that is not known is no warning and no more than urgent.</summary>
    public int Gravity => Level switch { Warning => 0, "CRITICAL" => 2, "FATAL" => 3, _ => 1 };

    /// <summary>Whether it speaks of that action.</summary>
    public bool IsAbout(string actionId) => References.Any(one => one.Key == "actionId" && one.Value == actionId);
}

using EdgeGateway.Uplink.Confirmation;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

/// <summary>Writes down what it was asked.</summary>
public sealed class ListedGapAnswers : IGapAnswers
{
    public List<(string Epoch, long First, long Last)> Asked { get; } = [];

    /// <summary>Set to make every answer fail with it.</summary>
    public Exception? Refusal { get; set; }

    public ValueTask ForgottenAsync(string epoch, long first, long last, CancellationToken ct)
    {
        if (Refusal is { } refusal)
        {
            return ValueTask.FromException(refusal);
        }

        Asked.Add((epoch, first, last));
        return ValueTask.CompletedTask;
    }
}

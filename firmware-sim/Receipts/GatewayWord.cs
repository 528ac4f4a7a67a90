using System.Text.Json;
using static EdgeGateway.Sim.Verification.JsonPick;

namespace EdgeGateway.Sim.Receipts;

/// <summary>What receipts need of a gateway's <c>state</c> (contract section 4).</summary>
/// <param name="Connection">Number of its connection.</param>
/// <param name="Epoch">Epoch it numbers in now; a will has none.</param>
/// <param name="SeqConfirmed">Up to here it has forgotten; absent when it does not say.</param>
public sealed record GatewayWord(long? Connection, string? Epoch, long? SeqConfirmed)
{
    /// <returns>Null when it is not JSON.</returns>
    public static GatewayWord? Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            JsonElement state = document.RootElement;
            return new GatewayWord(Number(state, "connection"), Text(state, "epoch"), Number(state, "seqConfirmed"));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

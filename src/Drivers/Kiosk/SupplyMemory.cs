using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Kiosk;

/// <summary>Keeps supplies over restarts, spread over some values because one does not hold many; a supply always goes to the same one.</summary>
/// <param name="memory">Null: nothing is kept.</param>
internal sealed class SupplyMemory(IDeviceMemory? memory)
{
    private static readonly string[] s_names = ["supplies", "supplies-1", "supplies-2", "supplies-3"];

    private readonly string[] _kept = [.. s_names.Select(name => memory?.Recall(name) ?? string.Empty)];

    /// <summary>What cannot be read is forgotten: its state is told once more.</summary>
    public IReadOnlyList<KeptSupply> Read() => [.. _kept.SelectMany(Read)];

    /// <summary>Completes when it is on disk. Where there is no room, what was learnt of the use goes first, then the supplies that were told longest ago.</summary>
    /// <param name="supplies">All of them, those that were told longest ago first.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task WriteAsync(IReadOnlyList<KeptSupply> supplies, CancellationToken ct)
    {
        for (int i = 0; memory is not null && i < s_names.Length; i++)
        {
            string text = Text([.. supplies.Where(supply => Place(supply) == i)]);
            if (text != _kept[i])
            {
                await memory.RememberAsync(s_names[i], text, ct).ConfigureAwait(false);
                _kept[i] = text;
            }
        }
    }

    private static string Text(KeptSupply[] supplies)
    {
        string text = Json(supplies);
        var fitting = text.Length <= IDeviceMemory.LongestValue ? supplies : [.. supplies.Select(supply => supply with { Use = null })];
        while ((text = Json(fitting)).Length > IDeviceMemory.LongestValue)
        {
            fitting = fitting[1..];
        }

        return text;
    }

    private static string Json(KeptSupply[] supplies) => supplies.Length == 0 ? string.Empty : JsonSerializer.Serialize(supplies, KioskMemoryJson.Default.KeptSupplyArray);

    private static IEnumerable<KeptSupply> Read(string kept)
    {
        try
        {
            return kept.Length > 0 ? [.. (JsonSerializer.Deserialize(kept, KioskMemoryJson.Default.KeptSupplyArray) ?? []).Where(one => one is { Module: not null, Name: not null, State: not null })] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The same after a restart.</summary>
    private static int Place(KeptSupply supply) => (int)(supply.Module.Concat(supply.Name).Aggregate(17u, (sum, letter) => (sum * 31) + letter) % (uint)s_names.Length);
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>
/// What was told, over restarts of the gateway. It is written once in a while and not with every change; so that no crash hides a change, the names of those that are
/// being told are noted before: after a crash they are told as they are then, whatever was told last. Not for two callers at one time.
/// </summary>
/// <param name="memory">Null: nothing is kept.</param>
internal sealed class ToldMemory(IDeviceMemory? memory)
{
    private const string Telling = "telling";
    private const string Kiosk = "kiosk";

    /// <summary>The kiosk among the names; no module has none.</summary>
    private const string Whole = "";

    private static readonly string[] s_slots = [.. Enumerable.Range(0, 8).Select(i => FormattableString.Invariant($"modules-{i}"))];

    private readonly HashSet<string> _telling = Names(memory?.Recall(Telling));
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);
    private bool _isAhead = true;

    /// <summary>Modules of which it is known what was told last. What cannot be read was never told.</summary>
    public IReadOnlyList<KeptModule> Modules() =>
        [.. s_slots.SelectMany(slot => Read(slot, KeptJson.Default.KeptModuleArray) ?? []).Where(one => one is { Module: not null, Class: not null, Health: not null } && !_telling.Contains(one.Module))];

    /// <summary>Null when it is not known what was told last.</summary>
    public KeptKiosk? State() => !_telling.Contains(Whole) && Read(Kiosk, KeptJson.Default.KeptKiosk) is { Health: not null, Link: not null, Troubled: not null } state ? state : null;

    /// <summary>The modules of a kiosk that was not told to be gone, those apart that are to be left alone; null when it was told, or nothing ever was.</summary>
    public KioskRoster? Standing(Xfs4IotOptions options)
    {
        var state = State();
        string[] modules = [.. Modules().Select(one => one.Module).Concat(_telling).Where(name => name != Whole && !options.LeavesAlone(name)).Distinct(StringComparer.Ordinal).Take(Xfs4IotOptions.MostServices)];
        return modules.Length > 0 && state?.Link != KioskWords.Down ? new KioskRoster(state?.Vendor, [], []) { Modules = modules } : null;
    }

    /// <summary>To be called before a module, or with null the kiosk, is told to be another.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; nothing must be told.</exception>
    public async Task BeginAsync(string? module, CancellationToken ct)
    {
        _isAhead = true;
        if (memory is not null && _telling.Add(module ?? Whole))
        {
            try
            {
                await memory.RememberAsync(Telling, string.Join('\n', _telling.Append("end")), ct).ConfigureAwait(false);
            }
            catch
            {
                _telling.Remove(module ?? Whole);
                throw;
            }
        }
    }

    /// <summary>Writes what was told, if anything was.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; a later call writes it.</exception>
    public async Task WriteAsync(IReadOnlyList<KeptModule> modules, KeptKiosk? kiosk, CancellationToken ct)
    {
        if (memory is null || !_isAhead)
        {
            return;
        }

        for (int i = 0; i < s_slots.Length; i++)
        {
            await WriteAsync(s_slots[i], Text([.. modules.Where(one => Slot(one.Module) == i)]), ct).ConfigureAwait(false);
        }

        await WriteAsync(Kiosk, kiosk is null ? string.Empty : JsonSerializer.Serialize(kiosk, KeptJson.Default.KeptKiosk), ct).ConfigureAwait(false);
        await memory.RememberAsync(Telling, string.Empty, ct).ConfigureAwait(false);
        _telling.Clear();
        _isAhead = false;
    }

    private async Task WriteAsync(string name, string text, CancellationToken ct)
    {
        if (!_written.TryGetValue(name, out string? before) || before != text)
        {
            await memory!.RememberAsync(name, text, ct).ConfigureAwait(false);
            _written[name] = text;
        }
    }

    /// <summary>Where there is no room the parts go, and are told anew after a restart.</summary>
    private static string Text(KeptModule[] modules)
    {
        string text = Json(modules);
        text = text.Length <= IDeviceMemory.LongestValue ? text : Json([.. modules.Select(one => one with { Parts = null, Raw = null })]);
        return text.Length <= IDeviceMemory.LongestValue ? text : string.Empty;
    }

    private static string Json(KeptModule[] modules) => modules.Length == 0 ? string.Empty : JsonSerializer.Serialize(modules, KeptJson.Default.KeptModuleArray);

    private T? Read<T>(string name, JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            return memory?.Recall(name) is { Length: > 0 } text ? JsonSerializer.Deserialize(text, shape) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The last line says that it is whole; the kiosk's own name is an empty line.</summary>
    private static HashSet<string> Names(string? text) => text is { Length: > 0 } ? [.. text.Split('\n')[..^1]] : [];

    /// <summary>The same after a restart.</summary>
    private static int Slot(string module) => (int)(module.Aggregate(17u, (sum, letter) => (sum * 31) + letter) % (uint)s_slots.Length);
}

using System.Security.Cryptography;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Kiosks;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>Tells modules that changed, over restarts, and their alarms. A kiosk has at most 64.</summary>
internal sealed class ModuleDesk(DriverContext context, KioskAlarms alarms)
{
    private const int Most = 64;
    private const string Name = "modules";
    private const int DigestDigits = 16;

    private readonly Dictionary<string, KioskModuleBody> _told = new(StringComparer.Ordinal);
    private OrderedDictionary<string, KeptModule>? _kept;

    private OrderedDictionary<string, KeptModule> Kept => _kept ??= Read();

    public IEnumerable<KeptModule> All => Kept.Values;

    /// <summary>Completes when what changed is safe.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task TakeAsync(KioskModules said, KioskVoice voice, KioskMoment moment, CancellationToken ct)
    {
        bool isNews = false;
        foreach (var module in said.Modules)
        {
            isNews |= await TakeAsync(module, voice, moment, ct).ConfigureAwait(false);
        }

        if (said.IsWhole)
        {
            isNews |= await KeepOnlyAsync([.. said.Modules.Select(module => module.Module)], voice, moment, ct).ConfigureAwait(false);
        }

        if (isNews && context.Memory is { } memory)
        {
            await memory.RememberAsync(Name, JsonSerializer.Serialize([.. Kept.Values], KioskApplicationJson.Default.KeptModuleArray), ct).ConfigureAwait(false);
        }
    }

    private async Task<bool> TakeAsync(KioskModuleSaid said, KioskVoice voice, KioskMoment moment, CancellationToken ct)
    {
        var before = Kept.GetValueOrDefault(said.Module);
        if (before is null && Kept.Count >= Most)
        {
            context.Watch.Fault(FaultKind.Garbled, "too-many-modules");
            return false;
        }

        var now = KioskApplicationMapping.Alarms(said, [.. alarms.Of(said.Module)]);
        var body = KioskApplicationMapping.Module(said, now);
        string digest = Digest(body);
        bool isNews = before?.Digest != digest;
        if (isNews)
        {
            long since = before?.Health == body.Health ? before.Since : (moment.Told ?? context.Time.GetUtcNow()).ToUnixTimeMilliseconds();
            bool isKnown = moment.Detected is null || before?.Health == body.Health;
            var told = body with { Since = isKnown ? UtcMilliseconds.Text(DateTimeOffset.FromUnixTimeMilliseconds(since)) : null, Changed = Changed(before, body) };
            await voice.TellAsync(Lane.Event, told, moment, ct).ConfigureAwait(false);
            Kept[said.Module] = new KeptModule(said.Module, body.Health, since, digest);
            _told[said.Module] = body;
        }

        await alarms.SetAsync(said.Module, now, voice, moment, ct).ConfigureAwait(false);
        return isNews;
    }

    /// <summary>A module that was taken out is not told; what stood of it is over.</summary>
    private async Task<bool> KeepOnlyAsync(HashSet<string> there, KioskVoice voice, KioskMoment moment, CancellationToken ct)
    {
        string[] gone = [.. Kept.Keys.Where(module => !there.Contains(module))];
        foreach (string module in gone)
        {
            await alarms.SetAsync(module, [], voice, moment, ct).ConfigureAwait(false);
            await alarms.SetAsync(KioskDesk.SupplyScope(module), [], voice, moment, ct).ConfigureAwait(false);
            Kept.Remove(module);
            _told.Remove(module);
        }

        return gone.Length > 0;
    }

    /// <returns>Null when nothing is known of before.</returns>
    private List<string>? Changed(KeptModule? before, KioskModuleBody now)
    {
        if (_told.GetValueOrDefault(now.Module) is not { } told)
        {
            return before is not null && before.Health != now.Health ? ["health"] : null;
        }

        (string Name, bool Differs)[] facts =
        [
            ("health", told.Health != now.Health),
            ("class", told.Class != now.Class),
            ("busy", told.Busy != now.Busy),
            ("parts", !(told.Parts ?? []).SequenceEqual(now.Parts ?? [])),
            ("raw", !(told.Raw ?? []).SequenceEqual(now.Raw ?? [])),
            ("vendorCode", told.VendorCode != now.VendorCode),
        ];
        return [.. facts.Where(fact => fact.Differs).Select(fact => fact.Name)];
    }

    private static string Digest(KioskModuleBody body) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, BodyJson.Default.KioskModuleBody)))[..DigestDigits];

    /// <summary>What cannot be read is forgotten: it is told once more.</summary>
    private OrderedDictionary<string, KeptModule> Read()
    {
        var kept = new OrderedDictionary<string, KeptModule>(StringComparer.Ordinal);
        try
        {
            var modules = context.Memory?.Recall(Name) is { Length: > 0 } text ? JsonSerializer.Deserialize(text, KioskApplicationJson.Default.KeptModuleArray) : null;
            foreach (var module in (modules ?? []).Where(one => one is { Module: not null, Health: not null, Digest: not null }).Take(Most))
            {
                kept[module.Module] = module;
            }
        }
        catch (JsonException)
        {
            // Nothing is known.
        }

        return kept;
    }
}

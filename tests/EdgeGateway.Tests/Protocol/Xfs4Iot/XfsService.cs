using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Tests.Protocol.Xfs4Iot;

/// <summary>Takes messages one after the other, as a link to a service would, and says in plain JSON what is known then.</summary>
internal sealed class XfsService
{
    private XfsTree _status = XfsTree.Empty;
    private XfsStorage _storage = XfsStorage.Empty;
    private XfsCapabilities? _capabilities;

    public JsonObject Take(ReadOnlyMemory<byte> bytes)
    {
        var read = XfsReader.Read(bytes);
        var (status, storage) = (_status, _storage);
        if (read.Message is { } message)
        {
            _capabilities = message.Capabilities ?? _capabilities;
            _status = message.Status ?? _status.With(message.Fact?.Change ?? XfsTree.Empty);
            _storage = message.Storage ?? _storage.With(message.Fact?.Storage ?? XfsStorage.Empty);
        }

        var known = Known(status, storage);
        foreach (var (name, value) in Said(read))
        {
            known[name] = value?.DeepClone();
        }

        return known;
    }

    private static JsonObject Said(XfsRead read) => new()
    {
        ["fault"] = read.Reason,
        ["kind"] = read.Message?.Kind.ToString(),
        ["name"] = read.Message?.Name,
        ["requestId"] = read.Message?.RequestId,
        ["version"] = read.Message?.Version?.ToString(),
        ["refusal"] = read.Message?.Refusal,
        ["code"] = read.Message?.Completion?.Code,
        ["next"] = read.Message?.Completion?.Next.ToString(),
        ["vendor"] = read.Message?.Services?.Vendor,
        ["refused"] = read.Message?.Services?.Refused,
        ["services"] = read.Message?.Services is { } services ? new JsonArray([.. services.Services.Select(Service)]) : null,
        ["fact"] = read.Message?.Fact?.Kind.ToString(),
        ["words"] = read.Message?.Fact is { } fact ? Object(fact.Words.Select(pair => (pair.Key, (JsonNode?)pair.Value.Text))) : null,
        ["asksStatus"] = read.Message?.Fact?.AsksStatus,
        ["asksStorage"] = read.Message?.Fact?.AsksStorage,
        ["error"] = read.Message?.Fact?.Error is { } error
            ? new JsonObject { ["cause"] = error.Cause?.Text, ["action"] = error.Action?.Text, ["code"] = error.VendorCode, ["text"] = error.Text } : null,
        ["ignored"] = read.Message?.Ignored,
        ["misfits"] = read.Message?.Refused,
    };

    private static JsonNode Service(XfsServiceAddress service)
    {
        var dial = service.Dial("10.1.2.3", false);
        return new JsonObject { ["name"] = service.Name, ["host"] = dial.Host, ["port"] = dial.Port, ["path"] = dial.Path, ["hostHeader"] = dial.HostHeader, ["tls"] = dial.IsTls };
    }

    private static JsonNode Supply(XfsSupply one) => new JsonObject
    {
        ["supply"] = one.Supply,
        ["state"] = one.State,
        ["fills"] = one.Fills,
        ["count"] = one.Count,
        ["capacity"] = one.Capacity,
        ["percent"] = one.LevelPercent,
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static JsonObject Object(IEnumerable<(string Name, JsonNode? Value)> members) =>
        new(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));

    private JsonObject Known(XfsTree status, XfsStorage storage)
    {
        var health = XfsHealth.Of(_status, _storage);
        var supplies = XfsSupply.In(_status, _storage);
        return new JsonObject
        {
            ["class"] = XfsClasses.Of(_status) ?? _capabilities?.Class,
            ["interfaces"] = _capabilities is null ? null : Texts(_capabilities.Interfaces),
            ["versions"] = _capabilities is null ? null : Object(_capabilities.Versions.Select(pair => (pair.Key, (JsonNode?)Texts(pair.Value.Select(version => version.ToString()))))),
            ["health"] = health.Health,
            ["severity"] = health.Severity,
            ["busy"] = health.IsBusy,
            ["parts"] = Object(health.Parts.Select(part => (part.Name, (JsonNode?)part.State))),
            ["raw"] = Texts(health.Raw),
            ["values"] = Object(_status.Values.Select(pair => (pair.Key, (JsonNode?)pair.Value.Text))),
            ["changed"] = Texts(status.ChangesTo(_status)),
            ["supplies"] = Object(supplies.Select(one => (one.Name, (JsonNode?)Supply(one)))),
            ["changedSupplies"] = Texts(supplies.Except(XfsSupply.In(status, storage)).Select(one => one.Name)),
            ["alarms"] = Texts(XfsAlarm.In(_status, _storage).Select(alarm => $"{alarm.Alarm} {alarm.Severity} {alarm.Name}")),
        };
    }
}

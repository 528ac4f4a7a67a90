using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Elements;
using EdgeGateway.Protocol.Hikvision;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>The alert's own names and texts, nested as it nests; an element that repeats becomes an array.</summary>
internal static class AlertFields
{
    public static JsonObject Of(IsapiAlert alert, IReadOnlyList<IsapiPicture> pictures)
    {
        var fields = Children(alert.Root);
        if (pictures.Count > 0)
        {
            fields["pictures"] = new JsonArray([.. pictures.Select(picture => (JsonNode?)picture.PartName)]);
        }

        if (alert.Repaired || alert.CharsetGuessed)
        {
            fields["flags"] = new JsonArray([.. Doubts(alert)]);
        }

        return fields;
    }

    private static IEnumerable<JsonNode?> Doubts(IsapiAlert alert)
    {
        if (alert.CharsetGuessed)
        {
            yield return "CHARSET_GUESSED";
        }

        if (alert.Repaired)
        {
            yield return "XML_REPAIRED";
        }
    }

    private static JsonObject Children(Element parent)
    {
        var fields = new JsonObject();
        for (var child = parent.First; child.Exists; child = child.Next)
        {
            string name = new(child.Name);
            var value = child.HasChildren ? (JsonNode)Children(child) : JsonValue.Create(new string(child.Raw));
            if (!fields.TryGetPropertyValue(name, out var before))
            {
                fields[name] = value;
            }
            else if (before is JsonArray list)
            {
                list.Add(value);
            }
            else
            {
                fields[name] = new JsonArray(before!.DeepClone(), value);
            }
        }

        return fields;
    }
}

using System.Text.Json;

namespace EdgeGateway.Sim.Settings;

/// <summary>Opens a JSON file with comments and trailing commas allowed.</summary>
public static class JsonFile
{
    private static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <returns>The root, or null after noting in <paramref name="mistakes"/> why there is none.</returns>
    public static JsonElement? Read(string file, string path, List<Mistake> mistakes)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file), s_options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document.RootElement.Clone();
            }

            mistakes.Add(new Mistake(path, $"{file} must hold an object"));
        }
        catch (JsonException e)
        {
            mistakes.Add(new Mistake(path, $"{file} is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            mistakes.Add(new Mistake(path, $"{file} cannot be read: {e.Message}"));
        }

        return null;
    }
}

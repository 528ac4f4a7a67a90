using System.Globalization;
using System.Text;

namespace EdgeGateway.Sim.Viid;

/// <summary>
/// Writes JSON as one firmware does. Not <c>Utf8JsonWriter</c>: a firmware has its own ideas of keys, types and bytes.
/// </summary>
public sealed class ViidText(ViidProfile profile)
{
    private static readonly Encoding s_gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    private readonly StringBuilder _text = new(4096);
    private bool _comma;

    public ViidText Open(string? key = null) => Begin(key, '{');

    public ViidText Close() => End('}');

    public ViidText OpenList(string key) => Begin(key, '[');

    public ViidText CloseList() => End(']');

    public ViidText Add(string key, string value)
    {
        Key(key);
        Quote(value);
        return this;
    }

    public ViidText Add(string key, long value) => Scalar(key, value.ToString(CultureInfo.InvariantCulture));

    public ViidText Add(string key, double value) => Scalar(key, value.ToString("0.0", CultureInfo.InvariantCulture));

    public ViidText Add(string key, bool value) => profile.Scalars == ScalarForm.Strings ? Add(key, value ? "1" : "0") : Scalar(key, value ? "true" : "false");

    /// <summary>Puts text in as it stands, as the next member of a list.</summary>
    public ViidText Raw(string json)
    {
        Comma();
        _text.Append(json);
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>The bytes of a body in the profile's charset.</summary>
    public static byte[] Bytes(string text, ViidCharset charset) => charset switch
    {
        ViidCharset.Gbk => s_gbk.GetBytes(text),
        ViidCharset.Utf8Bom => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        _ => Encoding.UTF8.GetBytes(text),
    };

    private ViidText Begin(string? key, char bracket)
    {
        if (key is null)
        {
            Comma();
        }
        else
        {
            Key(key);
        }

        _text.Append(bracket);
        _comma = false;
        return this;
    }

    private ViidText End(char bracket)
    {
        _text.Append(bracket);
        _comma = true;
        return this;
    }

    private ViidText Scalar(string key, string value)
    {
        Key(key);
        if (profile.Scalars == ScalarForm.Strings)
        {
            Quote(value);
        }
        else
        {
            _text.Append(value);
        }

        return this;
    }

    private void Key(string key)
    {
        Comma();
        Quote(ViidKeys.Spell(key, profile.Keys));
        _text.Append(':');
    }

    private void Comma()
    {
        if (_comma)
        {
            _text.Append(',');
        }

        _comma = true;
    }

    private void Quote(string value)
    {
        _text.Append('"');
        foreach (char c in value)
        {
            _ = c is '"' or '\\' ? _text.Append('\\').Append(c) : c < ' ' ? _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : _text.Append(c);
        }

        _text.Append('"');
    }
}

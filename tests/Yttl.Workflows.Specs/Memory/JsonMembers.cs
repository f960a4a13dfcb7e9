using System.Collections;
using System.Text.Json.Serialization.Metadata;

namespace Yttl.Workflows.Specs.Memory;

/// <summary>Which members of which types some samples set: a golden file of samples shows the others' names nowhere.</summary>
internal sealed class JsonMembers
{
    private readonly Dictionary<(Type Type, string Member), bool> _isSet = [];

    /// <summary>Members that have their default in all samples, or are empty there.</summary>
    public IEnumerable<string> Unset => _isSet.Where(member => !member.Value)
        .Select(member => $"{member.Key.Type.Name}.{member.Key.Member}");

    public void Visit(object? value, JsonTypeInfo type)
    {
        if (value is null)
            return;
        if (type.Kind is JsonTypeInfoKind.Enumerable)
            foreach (var item in (IEnumerable)value)
                Visit(item, type.Options.GetTypeInfo(type.ElementType!));
        foreach (var member in type.Properties.Where(member => member.Get is not null))
        {
            var held = member.Get!(value);
            _isSet[(type.Type, member.Name)] = _isSet.GetValueOrDefault((type.Type, member.Name)) || IsSet(held, member.PropertyType);
            Visit(held, type.Options.GetTypeInfo(member.PropertyType));
        }
    }

    private static bool IsSet(object? value, Type type) => value switch
    {
        null => false,
        string => true,
        IEnumerable items => items.Cast<object>().Any(),
        _ => Nullable.GetUnderlyingType(type) is not null || !type.IsValueType || !value.Equals(Activator.CreateInstance(type)),
    };
}

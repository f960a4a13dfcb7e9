namespace Yttl.Core.Specs.Reports;

/// <summary>Measures in the browser how text stands out from what is behind it.</summary>
internal static class Contrast
{
    /// <summary>The elements with text of their own below 4.5:1, by https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.</summary>
    public const string TooLow = """
        () => {
          const rgba = text => { const n = text.match(/[\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
          const light = c => { const s = c / 255; return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4; };
          const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
          const ground = node => {
            for (; node; node = node.parentElement) {
              const color = rgba(getComputedStyle(node).backgroundColor);
              if (color[3] === 1) return color;
            }
            return [255, 255, 255];
          };
          return [...document.querySelectorAll('body *')]
            .filter(node => !node.closest('script, #search') && node.checkVisibility()
              && [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
            .map(node => {
              const [a, b] = [luminance(rgba(getComputedStyle(node).color)), luminance(ground(node))].sort((x, y) => y - x);
              return [(a + 0.05) / (b + 0.05), node];
            })
            .filter(([ratio]) => ratio < 4.5)
            .map(([ratio, node]) => `${ratio.toFixed(2)} ${node.localName}.${node.className}: ${node.textContent.slice(0, 30)}`);
        }
        """;
}

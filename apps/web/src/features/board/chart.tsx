/** A chart drawn by ECharts on a canvas: the library is read with the first chart, and nothing needs inline styles. */

import Spin from 'antd/es/spin';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';

interface ChartProps {
  readonly option: EChartsCoreOption;
  readonly label: string;
  readonly height: number;
}

export function Chart({ option, label, height }: ChartProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType>();
  useEffect(() => {
    let gone = false;
    let leave: () => void = () => undefined;
    void import('./chart-library').then(({ init }) => {
      if (gone || !place.current) return;
      const made = init(place.current, null, { renderer: 'canvas' });
      const resize = () => made.resize();
      window.addEventListener('resize', resize);
      leave = () => {
        window.removeEventListener('resize', resize);
        made.dispose();
      };
      setChart(made);
    });
    return () => {
      gone = true;
      leave();
    };
  }, []);
  // Another language, or other numbers: drawn anew, nothing of what was drawn before stays.
  useEffect(() => {
    chart?.setOption({ animation: false, ...option }, { notMerge: true });
  }, [chart, option]);
  return (
    <>
      {!chart && (
        <span role="status">
          <Spin size="small" /> {t('office.loading')}
        </span>
      )}
      <div ref={place} role="img" aria-label={label} style={{ width: '100%', height }} />
    </>
  );
}
